import { describe, expect, it } from 'vitest';
import type { Statement } from '../support/policy.ts';
import { resourcesOf, type Template, templates } from '../support/templates.ts';
import { findLeaks } from './find-leaks.ts';

type All = Record<string, Template>;
interface Holder {
  PolicyDocument: { Statement: Statement[] };
}

const role = (name: string) => `maalestok-${name}-eu-central-1`;
const sealed = 'arn:aws:s3:::maalestok-labels-111122223333-eu-central-1';

function find(all: All, type: string, matches: (text: string) => boolean): Record<string, unknown> {
  const found = resourcesOf(all, type).find(({ at, resource }) =>
    matches(`${at} ${JSON.stringify(resource)}`),
  );
  if (found?.resource.Properties === undefined)
    throw new Error(`Cannot plant a leak: there is no such ${type}`);
  return found.resource.Properties;
}

const add = (all: All, id: string, Type: string, Properties: Record<string, unknown>) => {
  all['maalestok-evaluation']!.Resources[id] = { Type, Properties };
};

/** Gives a function's role something more. */
const give = (all: All, name: string, ...Statement: Statement[]) =>
  add(all, 'Planted', 'AWS::IAM::Policy', { Roles: [role(name)], PolicyDocument: { Statement } });

const allow = (Action: string, Resource: string): Statement => ({ Effect: 'Allow', Action, Resource });
const statementsOf = (all: All, type: string, mark: string) =>
  (find(all, type, (text) => text.includes(mark)) as Holder).PolicyDocument.Statement;
const functionOf = (all: All, name: string) =>
  find(all, 'AWS::Lambda::Function', (text) => text.includes(`"maalestok-${name}"`));

const drop = (statements: Statement[], sid: string) => {
  const at = statements.findIndex(({ Sid }) => Sid === sid);
  if (at === -1) throw new Error(`Cannot plant a leak: there is no ${sid}`);
  statements.splice(at, 1);
};

/** A change to the templates, and what the check says of it. */
const leaks: readonly (readonly [string, (all: All) => void, RegExp])[] = [
  [
    'a vendor’s function is given a label',
    (all) => give(all, 'screen-vendor', allow('s3:GetObject', `${sealed}/datasets/a/test.labels.jsonl`)),
    /screen-vendor.* is given .*test\.labels/u,
  ],
  [
    'one is given everything that begins like the label bucket',
    (all) => give(all, 'screen-in-house', allow('s3:GetObject', 'arn:aws:s3:::maalestok-l*')),
    /screen-in-house.* is given .*maalestok-l\*/u,
  ],
  [
    'a built-in model is given all labels',
    (all) => give(all, 'screen-built-in', allow('s3:GetObject', `${sealed}/datasets/*`)),
    /screen-built-in.* is given .*datasets\/\*/u,
  ],
  [
    'one that scores may write labels',
    (all) => give(all, 'score', allow('s3:PutObject', `${sealed}/datasets/*`)),
    /score.* may s3:PutObject on labels/u,
  ],
  [
    'the label bucket lets anybody of the account in',
    (all) => drop(statementsOf(all, 'AWS::S3::BucketPolicy', 'NobodyElse'), 'NobodyElse'),
    /the label bucket lets .*screen-vendor.* in/u,
  ],
  [
    'the label bucket lets functions in from anywhere',
    (all) => drop(statementsOf(all, 'AWS::S3::BucketPolicy', 'NobodyElse'), 'FunctionsFromWithinOnly'),
    /lets .*role\/maalestok-score-.* in from anywhere/u,
  ],
  [
    'the label bucket’s policy allows',
    (all) =>
      statementsOf(all, 'AWS::S3::BucketPolicy', 'NobodyElse').push({
        ...allow('s3:GetObject', `${sealed}/*`),
        Sid: 'Planted',
        Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      }),
    /policy allows \(Planted\)/u,
  ],
  [
    'labels are replicated',
    (all) => {
      find(all, 'AWS::S3::Bucket', (text) => text.includes('maalestok-labels')).ReplicationConfiguration = {};
    },
    /copied by ReplicationConfiguration/u,
  ],
  [
    'the key of labels opens for a vendor’s function',
    (all) => give(all, 'screen-vendor', allow('kms:Decrypt', 'arn:aws:kms:eu-central-1:111122223333:key/*')),
    /screen-vendor.* may kms:Decrypt with the key of labels/u,
  ],
  [
    'the API opens labels with the key of results',
    (all) => {
      for (const { Condition } of statementsOf(all, 'AWS::IAM::Policy', 'signrole'))
        delete Condition?.StringEquals?.['kms:EncryptionContext:aws:s3:arn'];
    },
    /sign.* may kms:Decrypt with the key of labels/u,
  ],
  [
    'the key’s own policy lets one in',
    (all) => {
      const { KeyPolicy } = find(all, 'AWS::KMS::Key', (text) =>
        text.includes('labels, and what is scored'),
      ) as { KeyPolicy: { Statement: Statement[] } };
      KeyPolicy.Statement.push({
        ...allow('kms:Decrypt', '*'),
        Principal: { AWS: `arn:aws:iam::111122223333:role/${role('screen-vendor')}` },
      });
    },
    /the key of labels lets .*screen-vendor.* in/u,
  ],
  [
    'one that reads labels leaves the network',
    (all) => {
      delete functionOf(all, 'score').VpcConfig;
    },
    /maalestok-score reads labels and is in no network/u,
  ],
  [
    'the network gets a route',
    (all) => add(all, 'Planted', 'AWS::EC2::Route', { DestinationCidrBlock: '0.0.0.0/0' }),
    /Planted is a way out/u,
  ],
  [
    'the network gets a gateway',
    (all) => add(all, 'Planted', 'AWS::EC2::NatGateway', {}),
    /Planted is a way out/u,
  ],
  [
    'the network gets a door to another service',
    (all) => add(all, 'Planted', 'AWS::EC2::VPCEndpoint', { VpcEndpointType: 'Interface' }),
    /endpoint to another service/u,
  ],
  [
    'an endpoint lets other buckets through',
    (all) => {
      statementsOf(all, 'AWS::EC2::VPCEndpoint', 's3:GetObject')[0]!.Resource = '*';
    },
    /lets \* through/u,
  ],
  [
    'an endpoint lets others’ roles through',
    (all) => {
      delete statementsOf(all, 'AWS::EC2::VPCEndpoint', 's3:GetObject')[0]!.Condition;
    },
    /lets anybody’s roles through/u,
  ],
  [
    'one that reads labels tells a topic',
    (all) =>
      give(all, 'report', allow('sns:Publish', 'arn:aws:sns:eu-central-1:111122223333:maalestok-runs')),
    /report.* reads labels and may sns:Publish/u,
  ],
  [
    'one that reads labels writes into runs',
    (all) =>
      give(
        all,
        'score',
        allow('s3:PutObject', 'arn:aws:s3:::maalestok-runs-111122223333-eu-central-1/runs/*'),
      ),
    /score.* reads labels and writes .*runs/u,
  ],
  [
    'a vendor’s function calls the one that scores',
    (all) =>
      give(
        all,
        'screen-vendor',
        allow('lambda:InvokeFunction', 'arn:aws:lambda:eu-central-1:111122223333:function:maalestok-score'),
      ),
    /screen-vendor.* may call maalestok-score/u,
  ],
  [
    'a vendor’s function starts runs',
    (all) =>
      give(
        all,
        'screen-vendor',
        allow(
          'states:StartExecution',
          'arn:aws:states:eu-central-1:111122223333:stateMachine:maalestok-evaluation',
        ),
      ),
    /screen-vendor.* may states:StartExecution/u,
  ],
  [
    'a vendor’s function reads results',
    (all) =>
      give(
        all,
        'screen-vendor',
        allow('s3:GetObject', 'arn:aws:s3:::maalestok-results-111122223333-eu-central-1/runs/*'),
      ),
    /screen-vendor.* is given .*results/u,
  ],
  [
    'another function has vendors’ secrets',
    (all) =>
      give(
        all,
        'screen-in-house',
        allow(
          'secretsmanager:GetSecretValue',
          'arn:aws:secretsmanager:eu-central-1:111122223333:secret:maalestok/vendors/*',
        ),
      ),
    /screen-in-house.* may secretsmanager:GetSecretValue/u,
  ],
  [
    'a vendor’s function has all secrets',
    (all) => give(all, 'screen-vendor', allow('secretsmanager:GetSecretValue', '*')),
    /screen-vendor is given the secrets \*/u,
  ],
  [
    'a role has a managed policy',
    (all) => {
      find(all, 'AWS::IAM::Role', (text) => text.includes(role('screen-vendor'))).ManagedPolicyArns = [
        'arn:aws:iam::aws:policy/AdministratorAccess',
      ];
    },
    /managed policy: .*AdministratorAccess/u,
  ],
  [
    'two functions share a role',
    (all) => {
      functionOf(all, 'screen-vendor').Role = functionOf(all, 'score').Role;
    },
    /shares its role/u,
  ],
  [
    'a function’s role may be taken on by others',
    (all) => {
      const { AssumeRolePolicyDocument: trust } = find(all, 'AWS::IAM::Role', (text) =>
        text.includes(role('score')),
      ) as { AssumeRolePolicyDocument: { Statement: Statement[] } };
      trust.Statement.push({ ...allow('sts:AssumeRole', '*'), Principal: { AWS: '*' } });
    },
    /maalestok-score-.* may be taken on/u,
  ],
  [
    'the steward needs no second factor',
    (all) => {
      const { AssumeRolePolicyDocument: trust } = find(all, 'AWS::IAM::Role', (text) =>
        text.includes(role('data-steward')),
      ) as { AssumeRolePolicyDocument: { Statement: Statement[] } };
      delete trust.Statement[0]!.Condition;
    },
    /data-steward.* may be taken on/u,
  ],
  [
    'a role may take on another',
    (all) =>
      give(all, 'screen-vendor', allow('sts:AssumeRole', `arn:aws:iam::111122223333:role/${role('score')}`)),
    /screen-vendor.* may sts:AssumeRole/u,
  ],
  [
    'a role may change a bucket’s policy',
    (all) => give(all, 'publish', allow('s3:PutBucketPolicy', sealed)),
    /publish.* may s3:PutBucketPolicy/u,
  ],
  [
    'a role has an action on data with a "*"',
    (all) =>
      give(all, 'collect', allow('s3:Get*', 'arn:aws:s3:::maalestok-runs-111122223333-eu-central-1/runs/*')),
    /collect.* may s3:Get\*/u,
  ],
  [
    'a role may read every table',
    (all) => give(all, 'collect', allow('dynamodb:GetItem', '*')),
    /collect.* may dynamodb:GetItem on everything/u,
  ],
  [
    'a vendor’s function is told where labels lie',
    (all) => {
      const { Variables } = functionOf(all, 'screen-vendor').Environment as {
        Variables: Record<string, string>;
      };
      Variables.LABELS_BUCKET = 'maalestok-labels';
    },
    /screen-vendor is told where labels lie/u,
  ],
];

describe('who reaches what, computed from roles, policies, keys and network', () => {
  it('lets nobody to what is not theirs', () => {
    expect(findLeaks(templates())).toEqual([]);
  });

  it.each(leaks)('notices when %s', (_, plant, said) => {
    const all = templates();
    plant(all);
    expect(findLeaks(all).join('\n')).toMatch(said);
  });
});

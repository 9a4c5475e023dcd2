import type { Statement } from '../support/policy.ts';
import { add, allow, find, functionOf, give, type PlantedLeak, role, sealed, statementsOf } from './plant.ts';

/** Ways out of the network, to secrets, to results, and to more than a role has. */
export const otherLeaks: readonly PlantedLeak[] = [
  [
    'one that reads labels leaves the network',
    (all) => {
      delete functionOf(all, 'score').VpcConfig;
    },
    /maalestok-score is near labels and in no network/u,
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
  [
    'a bucket of cases lets another account in',
    (all) =>
      statementsOf(all, 'AWS::S3::BucketPolicy', 'casesPolicy').push({
        ...allow('s3:GetObject', '*'),
        Principal: { AWS: 'arn:aws:iam::999999999999:root' },
      }),
    /maalestok-cases-.* lets .*999999999999/u,
  ],
  [
    'the site’s bucket lets CloudFront of any account in',
    (all) => {
      const open = statementsOf(all, 'AWS::S3::BucketPolicy', 'sitePolicy').find(
        ({ Effect }) => Effect === 'Allow',
      );
      delete open!.Condition;
    },
    /maalestok-site-.* lets .*cloudfront/u,
  ],
  [
    'a function gets an address of its own',
    (all) => add(all, 'Planted', 'AWS::Lambda::Url', { AuthType: 'NONE' }),
    /Planted is an address of a function/u,
  ],
  [
    'anybody may call the function that scores',
    (all) =>
      add(all, 'Planted', 'AWS::Lambda::Permission', { Principal: '*', FunctionName: 'maalestok-score' }),
    /Planted lets a function be called/u,
  ],
  [
    'a bucket gets another door',
    (all) => add(all, 'Planted', 'AWS::S3::AccessPoint', {}),
    /Planted is another way to data/u,
  ],
];

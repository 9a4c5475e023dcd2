import type { Statement } from '../support/policy.ts';
import {
  allow,
  drop,
  find,
  functionOf,
  give,
  type PlantedLeak,
  role,
  sealed,
  statementsOf,
} from './plant.ts';

/** Ways to labels, and to the key that opens them. */
export const labelLeaks: readonly PlantedLeak[] = [
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
    'anybody is told which labels there are',
    (all) => drop(statementsOf(all, 'AWS::S3::BucketPolicy', 'NobodyElse'), 'NobodyElseLists'),
    /the label bucket tells .*screen-vendor.* what there is/u,
  ],
  [
    'the one that registers is given labels',
    (all) => give(all, 'register', allow('s3:GetObject', `${sealed}/datasets/*`)),
    /register.* is given .*datasets/u,
  ],
  [
    'the one that registers leaves the network',
    (all) => {
      delete functionOf(all, 'register').VpcConfig;
    },
    /maalestok-register is near labels and in no network/u,
  ],
];

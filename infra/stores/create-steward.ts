import { Duration, type Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { acknowledge } from '../acknowledge.ts';
import { roleName, stewardName } from '../role-names.ts';

/**
 * The role under which a person brings data sets in, takes everything out, and deletes on request. Who may take it on is
 * said by the account's own permissions, and it takes a second factor. No function has it.
 */
export function createSteward(
  stack: Stack,
  stores: Readonly<Record<string, Bucket>>,
  keys: Readonly<Record<string, Key>>,
): Role {
  const buckets = Object.values(stores);
  const role = new Role(stack, 'Steward', {
    roleName: roleName(stack, stewardName),
    description: 'Brings data sets and labels in, and takes out or deletes what is asked for',
    assumedBy: new AccountRootPrincipal().withConditions({
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    }),
    maxSessionDuration: Duration.hours(1),
  });
  role.addToPolicy(
    new PolicyStatement({
      sid: 'List',
      actions: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketLocation'],
      resources: buckets.map((bucket) => bucket.bucketArn),
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      sid: 'BringAndTake',
      actions: [
        's3:GetObject',
        's3:GetObjectVersion',
        's3:PutObject',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:AbortMultipartUpload',
      ],
      resources: buckets.map((bucket) => bucket.arnForObjects('*')),
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      sid: 'Keys',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: Object.values(keys).map((key) => key.keyArn),
      conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
    }),
  );
  acknowledge(role, stewardReasons(stack, buckets));
  return role;
}

/** One for each bucket: nothing narrower than all of its objects is meant. */
function stewardReasons(stack: Stack, buckets: readonly Bucket[]): Record<string, string> {
  const reason = 'The steward brings in, exports and deletes whole data sets and runs, whatever their keys.';
  return Object.fromEntries(
    buckets.map((bucket) => {
      const id = stack.getLogicalId(bucket.node.defaultChild as never);
      return [`AwsSolutions-IAM5[Resource::<${id}.Arn>/*]`, reason];
    }),
  );
}

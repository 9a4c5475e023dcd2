import { Duration, type Stack } from 'aws-cdk-lib';
import { AccountRootPrincipal, Role } from 'aws-cdk-lib/aws-iam';
import type { Key } from 'aws-cdk-lib/aws-kms';
import { grant } from '../functions/grant.ts';
import { permit } from '../functions/permission.ts';
import { bucketArn, roleName, type StoreName, stewardName } from '../names.ts';

/**
 * The role under which a person brings data sets in, takes everything out, and deletes on request. Who may take it on is
 * said by the account's own permissions, and it takes a second factor. No function has it.
 */
export function createSteward(
  stack: Stack,
  stores: readonly StoreName[],
  keys: Readonly<Record<'sealed' | 'usual', Key>>,
): Role {
  const buckets = stores.map((store) => bucketArn(stack, store));
  const objects = buckets.map((arn) => `${arn}/*`);
  const role = new Role(stack, 'Steward', {
    roleName: roleName(stack, stewardName),
    description: 'Brings data sets and labels in, and takes out or deletes what is asked for',
    assumedBy: new AccountRootPrincipal().withConditions({
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    }),
    maxSessionDuration: Duration.hours(1),
  });
  const reason = 'The steward brings in, exports and deletes whole data sets and runs, whatever their keys.';
  grant(role, [
    permit({
      actions: ['s3:ListBucket', 's3:ListBucketVersions', 's3:GetBucketLocation'],
      resources: buckets,
    }),
    {
      statement: {
        actions: [
          's3:GetObject',
          's3:GetObjectVersion',
          's3:PutObject',
          's3:DeleteObject',
          's3:DeleteObjectVersion',
          's3:AbortMultipartUpload',
        ],
        resources: objects,
      },
      reasons: Object.fromEntries(objects.map((arn) => [arn, reason])),
    },
    permit({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [keys.sealed.keyArn, keys.usual.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` } },
    }),
  ]);
  return role;
}

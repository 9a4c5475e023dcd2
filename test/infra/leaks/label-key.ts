import type { Deployment } from '../support/deployment.ts';
import { judge, many } from '../support/policy.ts';
import { account } from '../support/resolve-values.ts';
import { bucket, labelReaders, roleArnOf, steward } from './names.ts';

const opening = [
  'kms:Decrypt',
  'kms:ReEncryptFrom',
  'kms:GenerateDataKey',
  'kms:CreateGrant',
  'kms:PutKeyPolicy',
];

/** Roles to whom the key of labels opens what lies in the label bucket, and whoever the key's own policy lets in. */
export function labelKeyOpen({ keys, roles, buckets }: Deployment): string[] {
  const key = sealedKeyOf(buckets);
  const policy = keys.get(key);
  if (policy === undefined) return [`the label bucket's key ${key} is none that is deployed`];
  const root = `arn:aws:iam::${account}:root`;
  const foreign = policy
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal }) => (Principal === '*' ? ['*'] : Object.values(Principal ?? {}).flatMap(many)))
    .filter((principal) => principal !== root)
    .map((principal) => `the key of labels lets ${principal} in`);
  const readers = [...Object.keys(labelReaders), steward].map(roleArnOf);
  const opened = roles
    .filter(({ arn }) => !readers.includes(arn))
    .flatMap(({ arn, name, statements }) =>
      opening
        .filter((action) => {
          const context = {
            'kms:ViaService': 's3.eu-central-1.amazonaws.com',
            'kms:EncryptionContext:aws:s3:arn': `arn:aws:s3:::${bucket('labels')}`,
          };
          return judge(statements, { principal: arn, action, resource: key, context }) === 'allow';
        })
        .map((action) => `${name} may ${action} with the key of labels`),
    );
  return [...foreign, ...opened];
}

interface Encryption {
  ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault: { KMSMasterKeyID: string } }[];
}

function sealedKeyOf(buckets: Deployment['buckets']): string {
  const encryption = buckets.get(bucket('labels'))?.properties.BucketEncryption as Encryption | undefined;
  return encryption?.ServerSideEncryptionConfiguration[0]?.ServerSideEncryptionByDefault.KMSMasterKeyID ?? '';
}

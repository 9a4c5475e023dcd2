import type { Stack } from 'aws-cdk-lib';
import { bucketArn, type StoreName } from '../names.ts';
import { reasonFor } from './pattern-reasons.ts';
import { type Permission, permit } from './permission.ts';
import type { Reach } from './reach.ts';

/** A key by its ARN, and the stores whose objects lie under it. */
export interface StoreKeys {
  sealed: string;
  usual: string;
}

const actionsOf = {
  read: ['s3:GetObject'],
  write: ['s3:PutObject', 's3:AbortMultipartUpload'],
  remove: ['s3:DeleteObject'],
};
type StoreReach = Extract<Reach, { keys: readonly string[] }>;

export function storePermission(stack: Stack, reach: StoreReach): Permission {
  const arns = reach.keys.map((key) => [key, `${bucketArn(stack, reach.store)}/${key}`] as const);
  return {
    statement: { actions: actionsOf[reach.do], resources: arns.map(([, arn]) => arn) },
    reasons: Object.fromEntries(
      arns.filter(([key]) => key.includes('*')).map(([key, arn]) => [arn, reasonFor(key)]),
    ),
  };
}

export function listPermission(stack: Stack, store: StoreName): Permission {
  return permit({ actions: ['s3:ListBucket'], resources: [bucketArn(stack, store)] });
}

/** Under which key a store's objects lie. */
export function keyOf(store: StoreName): keyof StoreKeys {
  return store === 'labels' || store === 'results' ? 'sealed' : 'usual';
}

/**
 * The use of keys that goes with the reach into stores: through S3 alone, and of data of those very buckets alone, since S3
 * names the bucket to the key as its encryption context.
 */
export function keyPermissions(stack: Stack, keys: StoreKeys, all: readonly Reach[]): Permission[] {
  const used = all.filter((reach): reach is StoreReach => 'keys' in reach && reach.do !== 'remove');
  return (['sealed', 'usual'] as const).flatMap((key) => {
    const under = used.filter(({ store }) => keyOf(store) === key);
    const use = (action: string, reaches: readonly StoreReach[]): Permission[] => {
      if (reaches.length === 0) return [];
      const buckets = [...new Set(reaches.map(({ store }) => bucketArn(stack, store)))];
      const conditions = {
        StringEquals: {
          'kms:ViaService': `s3.${stack.region}.amazonaws.com`,
          'kms:EncryptionContext:aws:s3:arn': buckets,
        },
      };
      return [permit({ actions: [action], resources: [keys[key]], conditions })];
    };
    // Writing in parts takes both.
    const written = under.filter((reach) => reach.do === 'write');
    return [...use('kms:Decrypt', under), ...use('kms:GenerateDataKey', written)];
  });
}

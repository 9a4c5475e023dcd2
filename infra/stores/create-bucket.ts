import { Duration, type Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type IBucket,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { bucketName, type StoreName } from '../names.ts';
import { keptOnceThere } from './kept-once-there.ts';

export interface StoreOptions {
  key: IKey;
  accessLogs: IBucket;
  /** Versions that were replaced or removed are kept so long. */
  versionRetentionDays: number;
  lifecycleRules?: LifecycleRule[];
}

/** A bucket by the rules that hold for every store: own key, versions, TLS 1.2, nothing public, access logged, never removed with its stack. */
export function createBucket(stack: Stack, store: StoreName, options: StoreOptions): Bucket {
  return new Bucket(stack, store, {
    bucketName: bucketName(stack, store),
    encryption: BucketEncryption.KMS,
    encryptionKey: options.key,
    bucketKeyEnabled: true,
    versioned: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    serverAccessLogsBucket: options.accessLogs,
    serverAccessLogsPrefix: `${store}/`,
    removalPolicy: keptOnceThere,
    lifecycleRules: [
      {
        id: 'old-versions',
        noncurrentVersionExpiration: Duration.days(options.versionRetentionDays),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
      ...(options.lifecycleRules ?? []),
    ],
  });
}

import { Duration, type Stack } from 'aws-cdk-lib';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { bucketName } from '../names.ts';
import { keptOnceThere } from './kept-once-there.ts';

export interface LogBucketOptions {
  retentionDays: number;
  /** CloudFront delivers its logs through an access control list; S3 does not. */
  objectOwnership?: ObjectOwnership;
}

/** A bucket for access logs. S3 delivers them to buckets with its own keys only. */
export function createLogBucket(
  stack: Stack,
  store: 'access-logs' | 'site-logs',
  options: LogBucketOptions,
): Bucket {
  return new Bucket(stack, store, {
    bucketName: bucketName(stack, store),
    encryption: BucketEncryption.S3_MANAGED,
    versioned: true,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: options.objectOwnership ?? ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: keptOnceThere,
    lifecycleRules: [
      {
        id: 'old-logs',
        expiration: Duration.days(options.retentionDays),
        noncurrentVersionExpiration: Duration.days(1),
        abortIncompleteMultipartUploadAfter: Duration.days(7),
      },
    ],
  });
}

import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Key } from 'aws-cdk-lib/aws-kms';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';
import { createBucket } from '../stores/create-bucket.ts';
import { createKeys } from '../stores/create-keys.ts';
import { createLogBucket } from '../stores/create-log-bucket.ts';
import { createSteward } from '../stores/create-steward.ts';
import { refuseLabels, sealLabels } from '../stores/seal-labels.ts';

/** Stores by what they hold. */
export type StoreName = 'cases' | 'labels' | 'runs' | 'results' | 'uploads';

/** Buckets and keys. What tells labels lies in buckets and under a key of its own. */
export class DataStack extends Stack {
  readonly keys: { sealed: Key; usual: Key };
  readonly stores: Record<StoreName, Bucket>;
  readonly accessLogs: Bucket;

  constructor(
    scope: Construct,
    id: string,
    { settings, network, ...props }: StackProps & { settings: Settings; network: IVpc },
  ) {
    super(scope, id, props);
    this.keys = createKeys(this);
    this.accessLogs = createLogBucket(this, 'AccessLogs', { retentionDays: settings.logRetentionDays });
    const usual = {
      key: this.keys.usual,
      accessLogs: this.accessLogs,
      versionRetentionDays: settings.versionRetentionDays,
    };
    const sealed = { ...usual, key: this.keys.sealed };
    const uploadsEnd = { id: 'uploads-end', expiration: Duration.days(settings.uploadRetentionDays) };
    this.stores = {
      cases: createBucket(this, 'Cases', usual),
      labels: createBucket(this, 'Labels', sealed),
      runs: createBucket(this, 'Runs', usual),
      results: createBucket(this, 'Results', sealed),
      uploads: createBucket(this, 'Uploads', { ...usual, lifecycleRules: [uploadsEnd] }),
    };
    const { cases, labels, runs, uploads } = this.stores;
    for (const bucket of [cases, runs, uploads]) refuseLabels(bucket);
    sealLabels(labels, network);
    createSteward(this, this.stores, this.keys);
  }
}

import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { KeyArns } from '../functions/permissions-of.ts';
import type { StoreName } from '../names.ts';
import type { Settings } from '../settings.ts';
import { createBucket } from '../stores/create-bucket.ts';
import { createKeys, type Keys } from '../stores/create-keys.ts';
import { createLogBucket } from '../stores/create-log-bucket.ts';
import { createSteward } from '../stores/create-steward.ts';
import { refuseLabels, sealLabels } from '../stores/seal-labels.ts';

interface DataProps extends StackProps {
  settings: Settings;
  network: IVpc;
}

/** Buckets and keys. What tells labels lies in buckets and under a key of its own. */
export class DataStack extends Stack {
  readonly keys: Keys;
  readonly stores: Record<Exclude<StoreName, 'site'>, Bucket>;

  constructor(scope: Construct, id: string, { settings, network, ...props }: DataProps) {
    super(scope, id, props);
    this.keys = createKeys(this);
    const accessLogs = createLogBucket(this, 'access-logs', { retentionDays: settings.logRetentionDays });
    const usual = {
      key: this.keys.usual,
      accessLogs,
      versionRetentionDays: settings.versionRetentionDays,
    };
    const sealed = { ...usual, key: this.keys.sealed };
    const uploadsEnd = { id: 'uploads-end', expiration: Duration.days(settings.uploadRetentionDays) };
    this.stores = {
      cases: createBucket(this, 'cases', usual),
      labels: createBucket(this, 'labels', sealed),
      runs: createBucket(this, 'runs', usual),
      results: createBucket(this, 'results', sealed),
      uploads: createBucket(this, 'uploads', { ...usual, lifecycleRules: [uploadsEnd] }),
    };
    const { cases, labels, runs, uploads } = this.stores;
    for (const bucket of [cases, runs, uploads]) refuseLabels(bucket);
    sealLabels(labels, network);
    createSteward(this, ['cases', 'labels', 'runs', 'results', 'uploads'], this.keys);
  }

  get keyArns(): KeyArns {
    const { sealed, usual, signing } = this.keys;
    return { sealed: sealed.keyArn, usual: usual.keyArn, signing: signing.keyArn };
  }
}

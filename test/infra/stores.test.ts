import { describe, expect, it } from 'vitest';
import { type Resource, resourcesOf, templates } from './support/templates.ts';

interface BucketProperties {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault: { SSEAlgorithm: string } }[];
  };
  VersioningConfiguration?: { Status: string };
  PublicAccessBlockConfiguration?: Record<string, boolean>;
  LoggingConfiguration?: object;
  LifecycleConfiguration?: { Rules: { Status: string; NoncurrentVersionExpiration?: object }[] };
}

const all = templates();
const buckets = resourcesOf(all, 'AWS::S3::Bucket').map(({ at, resource }) => ({
  at,
  resource,
  properties: resource.Properties as BucketProperties,
  takesLogs: /logs/u.test(at),
}));
const policies = resourcesOf(all, 'AWS::S3::BucketPolicy');

/** Not so where the deployment that makes it fails: what is left of it would be in the way of the next, by its name. */
const stays = ['RetainExceptOnCreate', 'Retain'];
const policiesOf = ({ DeletionPolicy, UpdateReplacePolicy }: Resource) => [
  DeletionPolicy,
  UpdateReplacePolicy,
];

describe('the stores', () => {
  it('are all there', () => {
    expect(buckets.filter(({ takesLogs }) => !takesLogs).length).toBeGreaterThanOrEqual(5);
    expect(policies.length).toBe(buckets.length);
  });

  it.each(buckets)(
    '$at is encrypted, versioned, closed to the public, and stays once it is there',
    ({ properties, resource, takesLogs }) => {
      const [rule] = properties.BucketEncryption.ServerSideEncryptionConfiguration;
      expect(rule?.ServerSideEncryptionByDefault.SSEAlgorithm).toBe(takesLogs ? 'AES256' : 'aws:kms');
      expect(properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(properties.LoggingConfiguration !== undefined).toBe(!takesLogs);
      expect(properties.LifecycleConfiguration?.Rules.some((each) => each.NoncurrentVersionExpiration)).toBe(
        true,
      );
      expect(policiesOf(resource)).toEqual(stays);
    },
  );

  it.each(policies)('$at refuses all that comes without TLS 1.2', ({ resource }) => {
    const text = JSON.stringify(resource.Properties);
    expect(text).toContain('"Condition":{"Bool":{"aws:SecureTransport":"false"}}');
    expect(text).toContain('"Condition":{"NumericLessThan":{"s3:TlsVersion":1.2}}');
  });

  it('turn their keys over, and keep them', () => {
    const keys = resourcesOf(all, 'AWS::KMS::Key');
    expect(keys.length).toBeGreaterThanOrEqual(2);
    for (const { resource } of keys) {
      const { KeySpec, EnableKeyRotation } = resource.Properties as {
        KeySpec?: string;
        EnableKeyRotation?: boolean;
      };
      expect(EnableKeyRotation === true || KeySpec !== undefined).toBe(true);
      expect(policiesOf(resource)).toEqual(stays);
    }
  });

  it('keep the registry’s history, and the registry', () => {
    const [table, ...more] = resourcesOf(all, 'AWS::DynamoDB::Table');
    expect(more).toEqual([]);
    expect(table?.resource.Properties).toMatchObject({
      BillingMode: 'PAY_PER_REQUEST',
      DeletionProtectionEnabled: true,
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      KeySchema: [
        { AttributeName: 'collection', KeyType: 'HASH' },
        { AttributeName: 'key', KeyType: 'RANGE' },
      ],
    });
    expect(table?.resource.DeletionPolicy).toBe('Retain');
  });
});

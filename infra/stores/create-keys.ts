import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** Two keys, turned over every year: one for labels and what is made of them, one for all else. */
export function createKeys(scope: Construct): { sealed: Key; usual: Key } {
  const create = (id: string, description: string) =>
    new Key(scope, id, {
      description,
      alias: `maalestok/${id.toLowerCase()}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
  const sealed = create('Sealed', 'Målestok: labels, and what is scored by them');
  const usual = create('Usual', 'Målestok: cases, answers, uploads, registry, topics, site');
  letServicesUse(usual);
  return { sealed, usual };
}

/** CloudFront reads the site, and alarms and rules write to encrypted topics and queues; each for this account alone. */
function letServicesUse(key: Key): void {
  const { account, partition } = Stack.of(key);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'SiteThroughCloudFront',
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: {
        ArnLike: { 'aws:SourceArn': `arn:${partition}:cloudfront::${account}:distribution/*` },
      },
    }),
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'AlarmsAndEvents',
      effect: Effect.ALLOW,
      principals: ['cloudwatch', 'events'].map((name) => new ServicePrincipal(`${name}.amazonaws.com`)),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
}

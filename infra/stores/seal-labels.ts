import { Stack } from 'aws-cdk-lib';
import type { IVpc } from 'aws-cdk-lib/aws-ec2';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { sealedEndings } from '../../functions/cloud-names.ts';
import { labelListers, labelReaders, roleArn, stewardName } from '../names.ts';

/** What can be done to an object. */
const uses = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:GetObjectAttributes',
  's3:GetObjectVersionAttributes',
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:RestoreObject',
];
/** What tells that there is one. */
const listing = ['s3:ListBucket', 's3:ListBucketVersions'];

/**
 * Closes the label bucket beyond what roles are given: whoever is not named is refused, and of those named all but the
 * steward are refused outside the network without a way out. A role that is given too much elsewhere still reads nothing.
 */
export function sealLabels(labels: Bucket, network: IVpc): void {
  const stack = Stack.of(labels);
  const steward = roleArn(stack, stewardName);
  const refuse = (sid: string, actions: string[], conditions: PolicyStatement['conditions']) =>
    labels.addToResourcePolicy(
      new PolicyStatement({
        sid,
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions,
        resources: [labels.bucketArn, labels.arnForObjects('*')],
        conditions,
      }),
    );
  const readers = [steward, ...labelReaders.map((name) => roleArn(stack, name))];
  const listers = [...readers, ...labelListers.map((name) => roleArn(stack, name))];
  refuse('NobodyElse', uses, { ArnNotEquals: { 'aws:PrincipalArn': readers } });
  refuse('NobodyElseLists', listing, { ArnNotEquals: { 'aws:PrincipalArn': listers } });
  refuse('FunctionsFromWithinOnly', [...uses, ...listing], {
    ArnNotEquals: { 'aws:PrincipalArn': steward },
    StringNotEquals: { 'aws:SourceVpc': network.vpcId },
  });
}

/** Refuses files that tell what is right, by their names, whoever brings them. */
export function refuseLabels(bucket: Bucket): void {
  bucket.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NoLabels',
      effect: Effect.DENY,
      principals: [new AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: sealedEndings.map((ending) => bucket.arnForObjects(`*${ending}`)),
    }),
  );
}

import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { keptOnceThere } from './kept-once-there.ts';

export interface Keys {
  /** Labels, and what is made by them. Turned over every year. */
  sealed: Key;
  /** All else that is stored. Turned over every year. */
  usual: Key;
  /** Signs results. Stays the same: who verified a result yesterday must still know it. */
  signing: Key;
}

export function createKeys(scope: Construct): Keys {
  const create = (id: string, description: string) =>
    new Key(scope, id, {
      description,
      alias: `maalestok/${id.toLowerCase()}`,
      enableKeyRotation: true,
      removalPolicy: keptOnceThere,
    });
  const sealed = create('Sealed', 'Målestok: labels, and what is scored by them');
  const usual = create('Usual', 'Målestok: cases, answers, uploads, registry, topics, site');
  letAlarmsUse(usual);
  const signing = createSigningKey(scope, 'Signing', 'maalestok/signing');
  for (const key of [sealed, usual, signing]) keepTold(key);
  return { sealed, usual, signing };
}

function createSigningKey(scope: Construct, id: string, alias: string): Key {
  return new Key(scope, id, {
    description: 'Målestok: signs results (Ed25519)',
    alias,
    keySpec: KeySpec.ECC_NIST_EDWARDS25519,
    keyUsage: KeyUsage.SIGN_VERIFY,
    removalPolicy: keptOnceThere,
  });
}

/** Other stacks read a key's ARN until they are deployed after this one: where another took its place, it must be told on. */
function keepTold(key: Key): void {
  Stack.of(key).exportValue(key.keyArn);
}

/** Alarms write to an encrypted topic; those of this account alone. */
function letAlarmsUse(key: Key): void {
  const { account } = Stack.of(key);
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'Alarms',
      effect: Effect.ALLOW,
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': account } },
    }),
  );
}

import type { Stack } from 'aws-cdk-lib';
import type { HandlerName } from '../functions/cloud-names.ts';

/** Stores by what they hold. */
export const storeNames = ['cases', 'labels', 'runs', 'results', 'uploads', 'site'] as const;
export type StoreName = (typeof storeNames)[number];

/** Whoever puts data sets and labels in place, and takes them out again: a person, with a second factor. */
export const stewardName = 'data-steward';

/** The functions that may read labels. All of them run in the network without a way out. */
export const labelReaders: readonly HandlerName[] = [
  'screen-built-in',
  'score',
  'report',
  'score-submission',
  'check-in',
];

/** Functions that look whether labels are there, and read none. They run in the same network. */
export const labelListers: readonly HandlerName[] = ['register'];

/** Where vendors' secrets lie in Secrets Manager: `maalestok/vendors/acme`. */
export const vendorSecrets = 'maalestok/vendors/';

/*
 * Names are fixed, not given by CloudFormation: policies can say whom and what they mean before it is there, no stack waits for
 * another's exports, and whoever backs up or moves out knows where things lie.
 */

export function bucketName(
  { account, region }: Stack,
  store: StoreName | 'access-logs' | 'site-logs',
): string {
  return `maalestok-${store}-${account}-${region}`;
}

export function bucketArn(stack: Stack, store: StoreName): string {
  return `arn:aws:s3:::${bucketName(stack, store)}`;
}

export const tableName = 'maalestok-registry';

export function tableArn({ account, region }: Stack): string {
  return `arn:aws:dynamodb:${region}:${account}:table/${tableName}`;
}

/** Events that could not be delivered; an alarm looks at it. */
export const undeliveredName = 'maalestok-undelivered';

export function functionName(name: HandlerName): string {
  return `maalestok-${name}`;
}

export function functionArn({ account, region }: Stack, name: HandlerName): string {
  return `arn:aws:lambda:${region}:${account}:function:${functionName(name)}`;
}

/** Where a function writes what it has to say. */
export function logGroupName(name: HandlerName): string {
  return `/maalestok/functions/${name}`;
}

/** How many runs the watchdog found stuck, as a metric. */
export const stuckRunsMetric = { namespace: 'Maalestok', name: 'StuckRuns' } as const;

export const machineName = 'maalestok-evaluation';

export function machineArn({ account, region }: Stack): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${machineName}`;
}

/** Makes check-ins: starts runs of the other, and has them reported. */
export const checkInMachineName = 'maalestok-check-in';

export function checkInMachineArn({ account, region }: Stack): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${checkInMachineName}`;
}

export const topicName = 'maalestok-runs';

export function topicArn({ account, region }: Stack): string {
  return `arn:aws:sns:${region}:${account}:${topicName}`;
}

/** The account's own bus: whoever wants to hear of runs adds a rule to it. */
export const eventBus = 'default';

export function eventBusArn({ account, region }: Stack): string {
  return `arn:aws:events:${region}:${account}:event-bus/${eventBus}`;
}

/** With its region, since roles are known in all regions. */
export function roleName({ region }: Stack, name: HandlerName | typeof stewardName): string {
  return `maalestok-${name}-${region}`;
}

/** The ARN under which a role's sessions are known to a policy as `aws:PrincipalArn`. */
export function roleArn(stack: Stack, name: HandlerName | typeof stewardName): string {
  return `arn:aws:iam::${stack.account}:role/${roleName(stack, name)}`;
}

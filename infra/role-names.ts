import type { Stack } from 'aws-cdk-lib';
import type { HandlerName } from '../functions/cloud-names.ts';

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

/**
 * The name of a role. Fixed, so that the label bucket's policy can name who may read it before the functions are there;
 * with its region, since roles are known in all regions.
 */
export function roleName(stack: Stack, name: HandlerName | typeof stewardName): string {
  return `maalestok-${name}-${stack.region}`;
}

/** The ARN under which a role's sessions are known to a policy as `aws:PrincipalArn`. */
export function roleArn(stack: Stack, name: HandlerName | typeof stewardName): string {
  return `arn:${stack.partition}:iam::${stack.account}:role/${roleName(stack, name)}`;
}

import { Stack } from 'aws-cdk-lib';
import { Effect, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam';
import { acknowledge } from '../acknowledge.ts';
import type { Permission } from './permission.ts';

/** Gives a role its permissions, and cdk-nag the reason for each resource that is named by a pattern. */
export function grant(role: Role, permissions: readonly Permission[]): void {
  for (const { statement, reasons } of permissions) {
    role.addToPolicy(new PolicyStatement({ effect: Effect.ALLOW, ...statement }));
    for (const [arn, reason] of Object.entries(reasons))
      acknowledge(role, { [`AwsSolutions-IAM5[Resource::${flatten(role, arn)}]`]: reason });
  }
}

/** An ARN as cdk-nag writes it: `arn:aws:s3:::maalestok-runs-<AWS::AccountId>-eu-central-1/runs/*`. */
function flatten(role: Role, arn: string): string {
  const resolved: unknown = Stack.of(role).resolve(arn);
  if (typeof resolved === 'string') return resolved;
  const parts = (resolved as { 'Fn::Join': [string, (string | { Ref: string })[]] })['Fn::Join'][1];
  return parts.map((part) => (typeof part === 'string' ? part : `<${part.Ref}>`)).join('');
}

import type { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig, type Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { grant } from '../functions/grant.ts';
import { permit } from '../functions/permission.ts';
import { functionArn } from '../names.ts';

/**
 * Brings publications in line with consents and owners' wishes every six hours, whatever became of the call that was made when
 * one changed: a consent that was taken back takes effect also where that call was lost.
 */
export function keepPublished(stack: Stack, publish: Lambda): void {
  new EventInvokeConfig(stack, 'Publishing', { function: publish, retryAttempts: 2 });
  const role = new Role(stack, 'publish-role-of-schedule', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
  });
  grant(role, [permit({ actions: ['lambda:InvokeFunction'], resources: [functionArn(stack, 'publish')] })]);
  new CfnSchedule(stack, 'KeepPublished', {
    description: 'Publishes what should be, and takes out what should not',
    scheduleExpression: 'rate(6 hours)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: functionArn(stack, 'publish'),
      roleArn: role.roleArn,
      input: '{}',
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 600 },
    },
  });
}

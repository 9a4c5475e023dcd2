import { createHash } from 'node:crypto';
import type { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { grant } from '../functions/grant.ts';
import { permit } from '../functions/permission.ts';
import { checkInMachineArn } from '../names.ts';
import type { ScheduledCluster } from './read-clusters.ts';

/** A schedule a cluster, in the cluster's own time: it starts the check-in's machine with the cluster's file and the time. */
export function createSchedules(stack: Stack, clusters: readonly ScheduledCluster[]): void {
  const role = new Role(stack, 'schedule-role', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
  });
  grant(role, [permit({ actions: ['states:StartExecution'], resources: [checkInMachineArn(stack)] })]);
  for (const { id, key, expression, timezone } of clusters) {
    const schedule = new CfnSchedule(stack, `cluster-${id}`, {
      name: nameOf(id),
      description: `Check-in of ${id}`,
      scheduleExpression: expression,
      scheduleExpressionTimezone: timezone,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: checkInMachineArn(stack),
        roleArn: role.roleArn,
        input: JSON.stringify({ cluster: key, at: '<aws.scheduler.scheduled-time>' }),
        retryPolicy: { maximumRetryAttempts: 10, maximumEventAgeInSeconds: 6 * 3600 },
      },
    });
    schedule.node.addDependency(role);
  }
}

/** Scheduler takes 64 characters; ids that are cut off are told apart by a hash. */
function nameOf(id: string): string {
  const name = `maalestok-check-in-${id}`;
  if (name.length <= 64) return name;
  return `${name.slice(0, 55)}-${createHash('sha256').update(id).digest('hex').slice(0, 8)}`;
}

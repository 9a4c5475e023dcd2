import { Duration, type Stack } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type ILogGroup, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { acknowledge } from '../acknowledge.ts';
import { grant } from '../functions/grant.ts';
import { permit } from '../functions/permission.ts';
import { functionArn, machineArn, stuckRunsMetric, undeliveredName } from '../names.ts';

/** Calls the watchdog when an execution ends in another way than by its own states, and every 15 minutes. */
export function addWatchdog(stack: Stack, watchdog: Lambda): void {
  countStuckRuns(stack, watchdog.logGroup);
  new Rule(stack, 'Broken', {
    description: 'An evaluation that failed, ran out of time or was stopped',
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: { status: ['FAILED', 'TIMED_OUT', 'ABORTED'], stateMachineArn: [machineArn(stack)] },
    },
    targets: [
      new LambdaFunction(watchdog, {
        deadLetterQueue: undeliveredQueue(stack),
        retryAttempts: 20,
        maxEventAge: Duration.hours(2),
      }),
    ],
  });
  const role = new Role(stack, 'watch-role', { assumedBy: new ServicePrincipal('scheduler.amazonaws.com') });
  grant(role, [permit({ actions: ['lambda:InvokeFunction'], resources: [functionArn(stack, 'watchdog')] })]);
  new CfnSchedule(stack, 'Watch', {
    description: 'Ends what is stuck',
    scheduleExpression: 'rate(15 minutes)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: functionArn(stack, 'watchdog'),
      roleArn: role.roleArn,
      input: '{}',
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: 600 },
    },
  });
}

/** Counts runs that were found stuck, by what the watchdog writes. */
function countStuckRuns(stack: Stack, log: ILogGroup): void {
  new MetricFilter(stack, 'StuckRuns', {
    logGroup: log,
    filterPattern: FilterPattern.all(
      FilterPattern.stringValue('$.handler', '=', 'watchdog'),
      FilterPattern.numberValue('$.stuck', '>', 0),
    ),
    metricNamespace: stuckRunsMetric.namespace,
    metricName: stuckRunsMetric.name,
    metricValue: '$.stuck',
  });
}

/** Events that the watchdog could not be given. An alarm looks at it. */
function undeliveredQueue(stack: Stack): Queue {
  const queue = new Queue(stack, 'Undelivered', {
    queueName: undeliveredName,
    // Under a key of ours EventBridge could write nothing to it without leave to use that key for any account.
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, {
    'AwsSolutions-SQS3': 'It is where undelivered events end; nothing reads from it but a person.',
  });
  return queue;
}

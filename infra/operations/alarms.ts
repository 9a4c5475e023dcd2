import { Duration, type Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import {
  checkInMachineArn,
  functionName,
  machineArn,
  stuckRunsMetric,
  tableName,
  undeliveredName,
} from '../names.ts';

interface Watch {
  id: string;
  says: string;
  metric: Metric;
  /** From so many on. */
  from: number;
  /** Too few are as bad as too many. */
  silent?: true;
}

const sum = (namespace: string, metricName: string, dimensionsMap?: Record<string, string>, minutes = 5) =>
  new Metric({
    namespace,
    metricName,
    ...(dimensionsMap === undefined ? {} : { dimensionsMap }),
    statistic: 'Sum',
    period: Duration.minutes(minutes),
  });

/** What somebody should look at. Ten alarms cost nothing, each more a dime; errors and throttles of functions are those of the whole account. */
function watches(stack: Stack, apiId: string): Watch[] {
  const machine = { StateMachineArn: machineArn(stack) };
  const runs = (name: string) => sum('AWS/States', name, machine);
  return [
    {
      id: 'run-failed',
      says: 'A run failed; its record says why.',
      metric: runs('ExecutionsFailed'),
      from: 1,
    },
    {
      id: 'run-stuck',
      says: 'The watchdog ended a run that nothing worked on any more.',
      metric: sum(stuckRunsMetric.namespace, stuckRunsMetric.name),
      from: 1,
    },
    {
      id: 'run-too-long',
      says: 'A run took longer than three days and was ended.',
      metric: runs('ExecutionsTimedOut'),
      from: 1,
    },
    {
      id: 'runs-throttled',
      says: 'Step Functions holds the machine back.',
      metric: runs('ExecutionThrottled'),
      from: 1,
    },
    {
      id: 'watchdog-silent',
      says: 'The watchdog has not looked for an hour: what is stuck stays so.',
      metric: sum('AWS/Lambda', 'Invocations', { FunctionName: functionName('watchdog') }, 60),
      from: 1,
      silent: true,
    },
    {
      id: 'function-errors',
      says: 'Functions end with errors.',
      metric: sum('AWS/Lambda', 'Errors'),
      from: 1,
    },
    {
      id: 'function-throttles',
      says: 'The account’s concurrency is used up.',
      metric: sum('AWS/Lambda', 'Throttles'),
      from: 1,
    },
    {
      id: 'api-errors',
      says: 'The API answers with errors of its own.',
      metric: sum('AWS/ApiGateway', '5xx', { ApiId: apiId }),
      from: 5,
    },
    {
      id: 'registry-throttles',
      says: 'DynamoDB holds writes to the registry back.',
      metric: sum('AWS/DynamoDB', 'WriteThrottleEvents', { TableName: tableName }),
      from: 1,
    },
    {
      id: 'undelivered',
      says: 'Events for the watchdog could not be delivered.',
      metric: sum('AWS/SQS', 'ApproximateNumberOfMessagesVisible', { QueueName: undeliveredName }),
      from: 1,
    },
    {
      id: 'check-in-failed',
      says: 'A check-in failed: a run of it, or its report.',
      metric: sum('AWS/States', 'ExecutionsFailed', { StateMachineArn: checkInMachineArn(stack) }),
      from: 1,
    },
    {
      id: 'schedules-dropped',
      says: 'A check-in or the watchdog was not started though it was time.',
      metric: sum('AWS/Scheduler', 'InvocationDroppedCount', { ScheduleGroup: 'default' }),
      from: 1,
    },
  ];
}

export function createAlarms(stack: Stack, topic: ITopic, apiId: string): Alarm[] {
  return watches(stack, apiId).map(({ id, says, metric, from, silent }) => {
    const alarm = new Alarm(stack, id, {
      alarmName: `maalestok-${id}`,
      alarmDescription: says,
      metric,
      threshold: from,
      evaluationPeriods: 1,
      comparisonOperator:
        silent === true
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: silent === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(topic));
    return alarm;
  });
}

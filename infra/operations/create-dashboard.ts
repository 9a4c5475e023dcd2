import { Duration, type Stack } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { functionName, machineArn, tableName } from '../names.ts';

const metric = (
  namespace: string,
  metricName: string,
  dimensionsMap: Record<string, string>,
  statistic = 'Sum',
) => new Metric({ namespace, metricName, dimensionsMap, statistic, period: Duration.minutes(5) });

const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 12, height: 6 });

/** One page on which an operator sees how it goes: runs, functions, API, registry, and all alarms. */
export function createDashboard(
  stack: Stack,
  { alarms, functions, apiId }: { alarms: Alarm[]; functions: readonly HandlerName[]; apiId: string },
): void {
  const ofMachine = (name: string) => metric('AWS/States', name, { StateMachineArn: machineArn(stack) });
  const ofFunctions = (name: string, statistic?: string) =>
    functions.map((each) =>
      metric('AWS/Lambda', name, { FunctionName: functionName(each) }, statistic).with({ label: each }),
    );
  const ofApi = (name: string, statistic?: string) =>
    metric('AWS/ApiGateway', name, { ApiId: apiId }, statistic);
  const ofTable = (name: string) => metric('AWS/DynamoDB', name, { TableName: tableName });
  new Dashboard(stack, 'Dashboard', {
    // With its region, since dashboards are known in all regions.
    dashboardName: `maalestok-${stack.region}`,
    widgets: [
      [new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24, height: 4 })],
      [
        graph(
          'Runs',
          ['Started', 'Succeeded', 'Failed', 'TimedOut', 'Aborted'].map((end) =>
            ofMachine(`Executions${end}`),
          ),
        ),
        graph('Errors of functions', ofFunctions('Errors')),
      ],
      [
        graph('Throttled functions', ofFunctions('Throttles')),
        graph('Longest time of functions (ms)', ofFunctions('Duration', 'Maximum')),
      ],
      [
        graph('API: requests and errors', [ofApi('Count'), ofApi('4xx'), ofApi('5xx')]),
        graph('API: time (ms)', [ofApi('Latency', 'p50'), ofApi('Latency', 'p99')]),
      ],
      [
        graph('Functions at once', ofFunctions('ConcurrentExecutions', 'Maximum')),
        graph(
          'Registry',
          ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits', 'WriteThrottleEvents'].map(ofTable),
        ),
      ],
    ],
  });
}

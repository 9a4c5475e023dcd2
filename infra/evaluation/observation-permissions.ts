import type { Permission } from '../functions/permission.ts';

/** What a state machine does to be seen: deliver its log, and traces. */
export function observationPermissions(): Permission[] {
  const anyLog = 'Deliveries of logs have no ARN; Step Functions asks for them without a resource.';
  const anyTrace = 'X-Ray knows no resources: traces have no ARN.';
  const delivery = [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
  ];
  const traces = [
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ];
  return [
    { statement: { actions: delivery, resources: ['*'] }, reasons: { '*': anyLog } },
    { statement: { actions: traces, resources: ['*'] }, reasons: { '*': anyTrace } },
  ];
}

import type { Stack } from 'aws-cdk-lib';
import { type Permission, permit } from '../functions/permission.ts';
import { executionsOf } from '../functions/service-permissions.ts';
import { eventBusArn, functionArn, machineArn, topicArn } from '../names.ts';

/** What the check-in's machine may do: call its function, start runs and wait for them, and tell. It reads and writes no data. */
export function checkInPermissions(stack: Stack, usualKey: string): Permission[] {
  const { account, region } = stack;
  const executions = executionsOf(stack);
  return [
    permit({
      actions: ['lambda:InvokeFunction'],
      resources: (['check-in', 'print', 'sign'] as const).map((name) => functionArn(stack, name)),
    }),
    permit({ actions: ['states:StartExecution'], resources: [machineArn(stack)] }),
    {
      statement: { actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [executions] },
      reasons: { [executions]: 'The runs that it starts, which are executions of the evaluation’s machine.' },
    },
    permit({
      // Step Functions waits for an execution by a rule of its own of this name.
      actions: ['events:PutTargets', 'events:PutRule', 'events:DescribeRule'],
      resources: [
        `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
      ],
    }),
    permit({ actions: ['sns:Publish'], resources: [topicArn(stack)] }),
    permit({ actions: ['events:PutEvents'], resources: [eventBusArn(stack)] }),
    permit({
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [usualKey],
      conditions: { StringEquals: { 'kms:ViaService': `sns.${region}.amazonaws.com` } },
    }),
  ];
}

import type { Stack } from 'aws-cdk-lib';
import type { HandlerName } from '../../functions/cloud-names.ts';
import { reasonFor } from '../functions/pattern-reasons.ts';
import { type Permission, permit } from '../functions/permission.ts';
import { executionsOf } from '../functions/service-permissions.ts';
import { bucketArn, eventBusArn, functionArn, machineArn, topicArn } from '../names.ts';

/** What the machine itself may do: call its functions, run its maps, read and write their items, and tell. No cases, no labels, no results. */
export function machinePermissions(
  stack: Stack,
  calls: readonly HandlerName[],
  usualKey: string,
): Permission[] {
  const work = `${bucketArn(stack, 'runs')}/runs/*/work/*`;
  const executions = executionsOf(stack);
  return [
    permit({
      actions: ['lambda:InvokeFunction'],
      resources: calls.map((name) => functionArn(stack, name)),
    }),
    permit({ actions: ['states:StartExecution'], resources: [machineArn(stack)] }),
    {
      statement: { actions: ['states:DescribeExecution', 'states:StopExecution'], resources: [executions] },
      reasons: { [executions]: 'The children of its own maps, which are executions of the same machine.' },
    },
    {
      statement: {
        actions: ['s3:GetObject', 's3:PutObject', 's3:ListMultipartUploadParts', 's3:AbortMultipartUpload'],
        resources: [work],
      },
      reasons: { [work]: reasonFor('runs/*/work/*') },
    },
    permit({ actions: ['s3:ListBucket'], resources: [bucketArn(stack, 'runs')] }),
    permit({ actions: ['sns:Publish'], resources: [topicArn(stack)] }),
    permit({ actions: ['events:PutEvents'], resources: [eventBusArn(stack)] }),
    permit({
      // A map's results are put in parts, for which Step Functions asks for all three.
      actions: ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey'],
      resources: [usualKey],
      conditions: {
        StringEquals: {
          'kms:ViaService': ['s3', 'sns'].map((service) => `${service}.${stack.region}.amazonaws.com`),
        },
      },
    }),
  ];
}

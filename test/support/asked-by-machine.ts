import type { Definition, State } from '../../infra/evaluation/state.ts';
import { account, region } from '../infra/support/resolve-values.ts';
import { allStates } from '../infra/support/synthesised-definition.ts';
import type { AskedOfAws } from './asked-of-aws.ts';

type Asked = Omit<AskedOfAws, 'by'>;

const executionsOf = (machine: string) =>
  `${machine.replace(':stateMachine:', ':execution:')}:some-execution`;

/**
 * What Step Functions takes of a machine's role for its tasks.
 * @source docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html
 */
const tasks: Record<string, (parameters: Readonly<Record<string, unknown>>) => Asked[]> = {
  'arn:aws:states:::lambda:invoke': ({ FunctionName }) => [
    { action: 'lambda:InvokeFunction', resource: String(FunctionName) },
  ],
  'arn:aws:states:::sns:publish': ({ TopicArn }) => [{ action: 'sns:Publish', resource: String(TopicArn) }],
  'arn:aws:states:::events:putEvents': ({ Entries }) =>
    (Entries as { EventBusName: string }[]).map(({ EventBusName }) => ({
      ...{
        action: 'events:PutEvents',
        resource: `arn:aws:events:${region}:${account}:event-bus/${EventBusName}`,
      },
    })),
  'arn:aws:states:::states:startExecution.sync:2': ({ StateMachineArn }) => [
    ...startsOf(String(StateMachineArn)),
    ...['PutTargets', 'PutRule', 'DescribeRule'].map((name) => ({
      action: `events:${name}`,
      resource: `arn:aws:events:${region}:${account}:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule`,
    })),
  ],
};

/** Starting executions, looking at them and ending them. */
function startsOf(machine: string): Asked[] {
  return [
    { action: 'states:StartExecution', resource: machine },
    { action: 'states:DescribeExecution', resource: executionsOf(machine) },
    { action: 'states:StopExecution', resource: executionsOf(machine) },
  ];
}

/**
 * A map's children, the items that it reads, and where it writes what came of them.
 * @source docs.aws.amazon.com/step-functions/latest/dg/iam-policies-eg-dist-map.html
 */
function ofMap({ ItemReader: reader, ResultWriter: writer, ItemProcessor }: State, machine: string): Asked[] {
  const storeOf = (parameters: Readonly<Record<string, unknown>>) =>
    String(parameters.Bucket)
      .replace(`-${account}-${region}`, '')
      .replace(/^maalestok-/u, '');
  const distributed = ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED';
  const written = ['s3:PutObject', 's3:GetObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'];
  return [
    ...(distributed ? startsOf(machine) : []),
    ...(reader === undefined
      ? []
      : [
          {
            action: 's3:GetObject',
            resource: `${storeOf(reader.Parameters)}/runs/operator.1/work/items.json`,
          },
        ]),
    ...(writer === undefined
      ? []
      : written.map((action) => ({
          ...{ action, resource: `${storeOf(writer.Parameters)}/runs/operator.1/work/maps/1/manifest.json` },
        }))),
  ];
}

/** All that a machine asks by its definition, as IAM sees it, whichever states it comes through. @throws {Error} on a task that is not known */
export function askedByMachine(name: string, { States: states }: Definition): AskedOfAws[] {
  const machine = `arn:aws:states:${region}:${account}:stateMachine:${name}`;
  const asked = allStates(states).flatMap(([at, state]) => {
    if (state.Type === 'Map') return ofMap(state, machine);
    if (state.Type !== 'Task') return [];
    const take = tasks[state.Resource ?? ''];
    if (take === undefined) throw new Error(`Cannot tell what ${at} takes: ${state.Resource}`);
    return take(state.Parameters ?? {});
  });
  return asked.map((each) => ({ by: name, ...each }));
}

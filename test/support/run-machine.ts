import { StateMachine } from 'aws-local-stepfunctions';
import { z } from 'zod';
import { type HandlerName, handlerNames } from '../../functions/cloud-names.ts';
import type { Definition, State } from '../../infra/evaluation/state.ts';
import { functionName } from '../../infra/names.ts';

/** What a task of the machine is answered with. @throws what a Lambda ends with */
export type CallFunction = (handler: HandlerName, payload: unknown) => Promise<unknown>;

export interface Machine {
  definition: Definition;
  call: CallFunction;
  /** Reads the items of a map. */
  readItems: (key: string) => Promise<unknown[]>;
  /** What is told by SNS and EventBridge. */
  told: unknown[];
}

const TaskSchema = z.object({ FunctionName: z.string(), Payload: z.unknown() });

/** Runs a synthesized state machine on this machine, retries without their waits. @throws what the execution ends with */
export async function runMachine(machine: Machine, input: { run: string }): Promise<unknown> {
  const definition = { ...machine.definition, States: expand(machine.definition.States) };
  const tasks = tasksOf(definition.States);
  const local = new StateMachine(JSON.parse(JSON.stringify(definition)), {
    validationOptions: { checkPaths: false, checkArn: false },
  });
  const handlers = tasks.map(([name, state]) => [name, (given: unknown) => answer(state, given, machine)]);
  const execution = local.run(input, {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(handlers),
      retryIntervalOverrides: Object.fromEntries(tasks.map(([name]) => [name, 1])),
    },
  });
  return execution.result;
}

/**
 * Maps that read their items from a bucket, as the simulator knows them: a task that reads, and a map over what it read.
 * What they write of their results is dropped: nothing reads it.
 */
function expand(states: Definition['States']): Record<string, State> {
  const expanded = Object.entries(states).flatMap(([name, state]): [string, State][] => {
    if (state.ItemProcessor === undefined) return [[name, state]];
    const { ItemReader: reader, ResultWriter: _, ...map } = state;
    const inner = {
      ...state.ItemProcessor,
      ProcessorConfig: { Mode: 'INLINE' as const },
      States: expand(state.ItemProcessor.States),
    };
    if (reader === undefined) return [[name, { ...map, ItemProcessor: inner }]];
    const failed = `${name}Failed`;
    return [
      [name, readerOf(name, reader.Parameters)],
      [
        `${name}Items`,
        {
          ...map,
          ItemsPath: '$.read',
          ItemProcessor: inner,
          Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: null, Next: failed }],
        },
      ],
      [failed, mapFailed],
    ];
  });
  return Object.fromEntries(expanded);
}

/** Of which items failed and by what, Step Functions tells nothing. */
const mapFailed: State = {
  Type: 'Fail',
  Error: 'States.ExceedToleratedFailureThreshold',
  Cause: 'The specified tolerated failure threshold was exceeded',
};

function readerOf(map: string, parameters: Readonly<Record<string, unknown>>): State {
  const resource = 'arn:aws:states:::s3:getObject';
  return {
    Type: 'Task',
    Resource: resource,
    Parameters: parameters,
    ResultPath: '$.read',
    Next: `${map}Items`,
  };
}

function tasksOf(states: Definition['States']): [string, State][] {
  return Object.entries(states).flatMap(([name, state]): [string, State][] => [
    ...(state.Type === 'Task' ? [[name, state] as [string, State]] : []),
    ...(state.ItemProcessor === undefined ? [] : tasksOf(state.ItemProcessor.States)),
  ]);
}

async function answer({ Resource }: State, given: unknown, machine: Machine): Promise<unknown> {
  if (Resource === 'arn:aws:states:::s3:getObject')
    return machine.readItems(z.object({ Key: z.string() }).parse(given).Key);
  if (Resource !== 'arn:aws:states:::lambda:invoke') {
    machine.told.push(given);
    return {};
  }
  const { FunctionName, Payload } = TaskSchema.parse(given);
  const handler = handlerNames.find((name) => FunctionName.endsWith(`:${functionName(name)}`));
  if (handler === undefined) throw new Error(`No handler of ours: ${FunctionName}`);
  return { Payload: (await machine.call(handler, Payload)) ?? null };
}

import type { HandlerName, ModelKind } from '../../functions/cloud-names.ts';
import { screeningRetries } from './retries.ts';
import type { State } from './state.ts';
import { type MachineNames, stepTask } from './step-task.ts';

const asking: readonly { kind: ModelKind; state: string; handler: HandlerName }[] = [
  { kind: 'builtIn', state: 'AskBuiltIn', handler: 'screen-built-in' },
  { kind: 'vendor', state: 'AskVendor', handler: 'screen-vendor' },
  { kind: 'inHouse', state: 'AskInHouse', handler: 'screen-in-house' },
];

/** Asks one model, by the function for its kind: a map over its shards, as many at once as the model bears. */
export function askOneModel(names: MachineNames): NonNullable<State['ItemProcessor']> {
  const choices = asking.map(({ kind, state }) => ({ Variable: '$.kind', StringEquals: kind, Next: state }));
  return {
    ProcessorConfig: { Mode: 'INLINE' },
    StartAt: 'ByKind',
    States: {
      ByKind: { Type: 'Choice', Choices: choices, Default: 'UnknownKind' },
      UnknownKind: {
        Type: 'Fail',
        Error: 'ArtifactError',
        Cause: 'The plan names a kind of model that is unknown.',
      },
      ...Object.fromEntries(asking.map((each) => [each.state, askShards(each.state, each.handler, names)])),
    },
  };
}

/**
 * A child execution for each shard: its events are in a history of its own. Items are read from the bucket and results
 * written there; the shard closes itself in the store, so that what comes back is not needed.
 */
function askShards(state: string, handler: HandlerName, names: MachineNames): State {
  return {
    Type: 'Map',
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      ReaderConfig: { InputType: 'JSON' },
      Parameters: { Bucket: names.runsBucket, 'Key.$': '$.items' },
    },
    ItemSelector: { 'run.$': '$.run', 'at.$': '$.at', 'shard.$': '$$.Map.Item.Value.shard' },
    MaxConcurrencyPath: '$.maxConcurrency',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      StartAt: `${state}Shard`,
      States: {
        [`${state}Shard`]: {
          ...stepTask(handler, names),
          Parameters: {
            FunctionName: names.functionArn(handler),
            Payload: { 'run.$': '$.run', 'at.$': '$.at', 'shard.$': '$.shard' },
          },
          Retry: screeningRetries,
          ResultSelector: { 'shard.$': '$.Payload.shard' },
          ResultPath: '$',
          End: true,
        },
      },
    },
    ResultWriter: {
      Resource: 'arn:aws:states:::s3:putObject',
      Parameters: {
        Bucket: names.runsBucket,
        'Prefix.$': "States.Format('runs/{}/work/maps/{}', $.run, $.at)",
      },
    },
    ResultPath: null,
    End: true,
  };
}

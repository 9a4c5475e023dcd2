import type { HandlerName } from '../../functions/cloud-names.ts';
import { stepRetries } from './retries.ts';
import type { State } from './state.ts';

/** What the machine refers to, as it is named where it runs. */
export interface MachineNames {
  functionArn(handler: HandlerName): string;
  timeoutSeconds(handler: HandlerName): number;
  runsBucket: string;
  topicArn: string;
  eventBus: string;
}

/** A function gets half a minute more than it may take: then it is not its time that ran out, but its answer that is lost. */
const grace = 30;

/** A function that is given the run's id and answers with nothing that is needed: what it makes lies in a store. */
export function stepTask(handler: HandlerName, names: MachineNames): State {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Parameters: { FunctionName: names.functionArn(handler), Payload: { 'run.$': '$.run' } },
    ResultPath: null,
    TimeoutSeconds: names.timeoutSeconds(handler) + grace,
    Retry: stepRetries,
  };
}

import {
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  type SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import type { RunStarter } from '../api/api-context.ts';
import { executionName } from './execution-name.ts';

export interface MachineRunsOptions {
  /** Its `maxAttempts` is how often a throttled or broken call is made again. */
  client: SFNClient;
  /** `arn:aws:states:REGION:ACCOUNT:stateMachine:NAME` */
  stateMachineArn: string;
}

/**
 * Runs as executions of a state machine, which reads all but the run's id from the registry. Each start of a run has a name of
 * its own, so that a call whose answer was lost starts nothing twice; a run that is gone on with is a new execution, which
 * leaves closed shards as they are.
 */
export function createMachineRuns({ client, stateMachineArn }: MachineRunsOptions): RunStarter {
  return {
    async start(order) {
      const command = new StartExecutionCommand({
        stateMachineArn,
        name: executionName(order),
        input: JSON.stringify({ run: order.id }),
      });
      await client.send(command).catch((error: unknown) => {
        // It was started, and has ended since.
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      });
    },

    async cancel(run) {
      const command = new StopExecutionCommand({
        executionArn: executionArn(stateMachineArn, executionName(run)),
        error: 'RunCancelledError',
        cause: 'Cancelled through the API.',
      });
      await client.send(command).catch((error: unknown) => {
        if (!(error instanceof ExecutionDoesNotExist)) throw error;
      });
    },
  };
}

function executionArn(stateMachineArn: string, name: string): string {
  return `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
}

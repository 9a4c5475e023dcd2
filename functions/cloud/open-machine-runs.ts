import { SFNClient } from '@aws-sdk/client-sfn';
import type { RunStarter } from '../api/api-context.ts';
import { maxAttempts } from '../cloud-records.ts';
import { createMachineRuns } from './create-machine-runs.ts';

/** Runs as executions of a state machine, by a client of their own. */
export function openMachineRuns(stateMachineArn: string): RunStarter {
  return createMachineRuns({ client: new SFNClient({ maxAttempts }), stateMachineArn });
}

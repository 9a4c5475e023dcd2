import type { Clock, Registry } from '../../evals/ports.ts';
import { createDesk, type Desk } from '../api/desk.ts';
import type { RunJob } from '../api/resources.ts';

/** The run was cancelled: nothing of it is gone on with. */
export class RunCancelledError extends Error {
  override readonly name = 'RunCancelledError';
}

/** So often is looked whether a run was cancelled, or started again. A new start waits for as long and a little more. */
export const checkEveryMs = 5_000;

/** The registry as the state machine sees it. */
export function createMachineDesk(registry: Registry, clock: Clock): Desk {
  return createDesk(registry, clock, { role: 'operator', subject: 'state-machine' });
}

/** @throws {RunCancelledError} */
export function requireNotCancelled({ id, state }: RunJob): void {
  if (state === 'cancelled') throw new RunCancelledError(`Run "${id}" was cancelled`);
}

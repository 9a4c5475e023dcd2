import type { Clock, Registry } from '../../evals/ports.ts';
import { createDesk, type Desk } from '../api/desk.ts';
import type { RunJob } from '../api/resources.ts';

/** The run was cancelled: nothing of it is gone on with. */
export class RunCancelledError extends Error {
  override readonly name = 'RunCancelledError';
}

/** The registry as the state machine sees it. */
export function createMachineDesk(registry: Registry, clock: Clock): Desk {
  return createDesk(registry, clock, { role: 'operator', subject: 'state-machine' });
}

/** @throws {RunCancelledError} */
export function requireNotCancelled({ id, state }: RunJob): void {
  if (state === 'cancelled') throw new RunCancelledError(`Run "${id}" was cancelled`);
}

import type { Clock, Registry } from '../../evals/ports.ts';
import type { RunJob } from '../api/resources.ts';
import { executionName } from './execution-name.ts';
import { createMachineDesk } from './run-job.ts';
import { settleRun } from './settle-run.ts';

export interface StuckContext {
  registry: Registry;
  clock: Clock;
  /** Runs that an execution works on now, by their records' ids. */
  running: () => Promise<ReadonlySet<string>>;
}

/** A run may be queued for so long before its execution is there. */
const graceMs = 10 * 60_000;
const pageSize = 200;

/**
 * Ends runs that are queued or running by their records and that no execution works on: every run ends.
 * @returns their ids
 */
export async function endStuckRuns({ registry, clock, running }: StuckContext): Promise<string[]> {
  const desk = createMachineDesk(registry, clock);
  const before = Date.parse(clock.now()) - graceMs;
  const old = ({ state, updatedAt }: RunJob) =>
    (state === 'queued' || state === 'running') && Date.parse(updatedAt) < before;
  const suspects: Pick<RunJob, 'id' | 'starts'>[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await desk.list('runs', { after, limit: pageSize });
    suspects.push(...items.filter(old));
    if (next === null) break;
    after = next;
  }
  if (suspects.length === 0) return [];
  // Asked after the records: what is started meanwhile is no suspect.
  const alive = await running();
  const stuck: string[] = [];
  for (const { id, starts } of suspects.filter((each) => !alive.has(each.id))) {
    // One that was started again meanwhile is not the one that was found.
    const execution = executionName({ id, attempt: starts });
    const end = { run: id, state: 'failed', failure: stuckFailure, execution } as const;
    if ((await settleRun(end, { registry, clock })) === 'failed') stuck.push(id);
  }
  return stuck;
}

export const stuckFailure = 'The run stopped without an end of its own; redrive it to go on.';

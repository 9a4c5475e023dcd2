import type { Clock, Registry } from '../../evals/ports.ts';
import { appendAudit } from '../api/audit.ts';
import type { RunJob } from '../api/resources.ts';
import { runPlace } from '../cloud-records.ts';
import { executionName } from './execution-name.ts';
import { createMachineDesk } from './run-job.ts';

export interface RunEnd {
  run: string;
  state: 'done' | 'failed';
  /** What is said of a failure. */
  failure?: string;
  /** The name of the execution that ended: a run that was started again since is left alone. Absent: whichever. */
  execution?: string | undefined;
}

/**
 * What a run can still come to from a state. One that failed is gone on with, and may be done in the end. One that is queued has not
 * begun: that it is done is told of the start before, once more.
 */
const endsFrom: Record<RunEnd['state'], readonly RunJob['state'][]> = {
  done: ['running', 'failed'],
  failed: ['queued', 'running'],
};

/**
 * Says in a run's record how it ended, and in the audit log. A run that was cancelled stays so, and one that is done.
 * @returns the state that its record has now
 */
export async function settleRun(
  { run, state, failure, execution }: RunEnd,
  { registry, clock }: { registry: Registry; clock: Clock },
): Promise<RunJob['state']> {
  const desk = createMachineDesk(registry, clock);
  const isMeant = ({ state: from, starts }: RunJob) =>
    endsFrom[state].includes(from) &&
    (execution === undefined || execution === executionName({ id: run, attempt: starts }));
  const before = await desk.read('runs', run);
  if (!isMeant(before)) return before.state;
  let settled = false;
  const { state: now } = await desk.change('runs', run, (each) => {
    settled = isMeant(each);
    if (!settled) return each;
    return state === 'done'
      ? { ...each, state, place: runPlace(run).slice(0, -1), failure: null }
      : { ...each, state, failure: failure ?? null };
  });
  if (settled) await logEnd(run, state, { registry, clock });
  return now;
}

async function logEnd(
  run: string,
  state: RunEnd['state'],
  { registry, clock }: { registry: Registry; clock: Clock },
): Promise<void> {
  await appendAudit(registry, {
    at: clock.now(),
    requestId: `${run}-${state}`,
    phase: 'system',
    party: 'system',
    subject: 'state-machine',
    action: `run-${state}`,
    target: run,
    status: null,
  });
}

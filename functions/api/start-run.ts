import type { ApiContext } from './api-context.ts';
import type { Desk } from './desk.ts';
import { orderOf } from './order-run.ts';
import { ApiProblem } from './problem.ts';
import { drawTicket, type QuotaTicket, refundQuota, takeQuota } from './quotas.ts';
import type { DatasetRecord, ModelRecord, RunJob } from './resources.ts';

/** Of a run that we failed to start: it can be started again, by its redrive or by the same request. */
const notStarted = 'It could not be started.';

interface StartInput {
  dataset: DatasetRecord;
  models: readonly ModelRecord[];
  /** What this start took. */
  ticket: QuotaTicket;
  /** Where it was done: so it is again where it could not be started. */
  done?: RunJob | null;
}

/** What another start of a run changes. */
type RunChanges = Partial<Pick<RunJob, 'maxCostDkk' | 'retryFailed'>>;

/** Takes one of the quota of runs for a run's next start; each start has its own. @throws {ApiProblem} `quota` */
async function takeRunQuota(context: ApiContext, owner: string, id: string, attempt: number) {
  const { runs } = context.limits.quotas;
  const ticket = drawTicket(context.clock, owner, runs, `${id}#${attempt}`);
  await takeQuota(context, runs, ticket);
  return ticket;
}

/** Starts what its record says is queued. Where that fails, the record says so or is as it was, and what was taken is given back. */
async function startQueued(
  context: ApiContext,
  desk: Desk,
  run: RunJob,
  { dataset, models, ticket, done = null }: StartInput,
): Promise<void> {
  try {
    await context.runs.start(orderOf(run, dataset, models));
  } catch (error) {
    await desk.change('runs', run.id, (each) => {
      if (each.state !== 'queued' || each.starts !== run.starts) return each;
      // Nothing was opened again: what it found stands.
      if (done !== null) return { ...each, state: 'done', place: done.place, retryFailed: false };
      return { ...each, state: 'failed', failure: notStarted };
    });
    await refundQuota(context, ticket);
    throw error;
  }
}

/**
 * Starts a new run. Where there is one with its id, the same request came before: what runs or ran is not started twice, and
 * what we failed to start is.
 * @param queued its record, which is not there yet
 * @throws {ApiProblem} `quota`
 */
export async function startRun(
  context: ApiContext,
  desk: Desk,
  queued: RunJob,
  input: Omit<StartInput, 'ticket' | 'done'>,
): Promise<RunJob> {
  const before = await desk.find('runs', queued.id);
  if (before?.failure === notStarted) return restartRun(context, desk, before, input);
  if (before !== null) return before;
  const ticket = await takeRunQuota(context, queued.owner, queued.id, 1);
  const { record: run, made } = await desk.create('runs', queued);
  if (made) await startQueued(context, desk, run, { ...input, ticket });
  return run;
}

/**
 * Starts a run again that failed or was cancelled, on the quota of its owner; one that is done, too, where its failed questions are to
 * be asked once more.
 * @throws {ApiProblem} `conflict` in another state; `quota`
 */
export async function restartRun(
  context: ApiContext,
  desk: Desk,
  before: RunJob,
  input: Omit<StartInput, 'ticket' | 'done'>,
  changes: RunChanges = {},
): Promise<RunJob> {
  requireStopped(before, changes);
  // What is over stays as it is. Where stopping it had failed, two would ask the same questions; one that is done asks none.
  if (before.state !== 'done') await context.runs.cancel({ id: before.id, attempt: before.starts });
  const ticket = await takeRunQuota(context, before.owner, before.id, before.starts + 1);
  const run = await desk.change('runs', before.id, (each) => {
    requireStopped(each, changes);
    if (each.starts !== before.starts) throw new ApiProblem('conflict', 'The run was started meanwhile.');
    const queued = { state: 'queued', starts: each.starts + 1, place: null, failure: null } as const;
    return { ...each, ...changes, ...queued };
  });
  const done = before.state === 'done' ? before : null;
  await startQueued(context, desk, run, { ...input, ticket, done });
  return run;
}

function requireStopped({ state }: RunJob, { retryFailed = false }: RunChanges): void {
  if (state === 'failed' || state === 'cancelled' || (state === 'done' && retryFailed)) return;
  const expected = retryFailed ? 'done, failed or cancelled' : 'failed or cancelled';
  throw new ApiProblem('conflict', `The run is ${state}, expected ${expected}.`);
}

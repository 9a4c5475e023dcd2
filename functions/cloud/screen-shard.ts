import type { Case } from '../../datasets/case.ts';
import { ArtifactError, ModelThrottledError } from '../../datasets/errors.ts';
import type { Protocol, RunRecord, Shard } from '../../evals/artifacts.ts';
import type { Spending } from '../../evals/engine/spending.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore, Clock, Registry } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { storeWithin } from '../adapters/store-within.ts';
import type { RunJob } from '../api/resources.ts';
import type { ModelKind } from '../cloud-names.ts';
import { openRunStore } from '../cloud-runtime.ts';
import type { MadeModel, ReadyModel } from '../models/ready-model.ts';
import { callingOf } from '../models/stand-models.ts';
import { openPlannedDataset } from '../run/open-run-data.ts';
import { readRunRecord, readShards } from '../run/run-plan.ts';
import { screenModel } from '../run/screen-model.ts';
import { dealCalls } from './deal-calls.ts';
import { openCloudSpending, sumSpent } from './open-cloud-spending.ts';
import { openShardJournal } from './open-shard-journal.ts';
import { checkEveryMs, createMachineDesk, RunCancelledError, requireNotCancelled } from './run-job.ts';
import { type OrderedModel, requireOrder } from './run-order.ts';
import { readStop, recordStop, stopOf, stops } from './run-stop.ts';
import { type LeftNow, openShardLeft } from './shard-left.ts';
import { ShardUnfinishedError, type WatchOptions, watchTime } from './watch-time.ts';
import { withShardLease } from './with-shard-lease.ts';

export interface ShardToScreen {
  run: string;
  /** Of the model, in the run's order. */
  at: number;
  shard: string;
}

export interface MakeContext {
  dataset: Dataset;
  /** The data set's folder. */
  datasetStore: BlobStore;
  shown: Protocol['shown'];
}

export interface ScreenContext {
  /**
   * null: the function has no way to it. A run that is cancelled is gone on with to the end of the shard, and two functions may work on
   * one: for models that are worked out alone.
   */
  registry: Registry | null;
  /** Without labels, but for those that a built-in model learns from. */
  blobs: BlobStore;
  clock: Clock;
  kind: ModelKind;
  /** Milliseconds until the function is ended. */
  remainingMs: () => number;
  /** Makes a model of this kind. */
  make: (model: OrderedModel, context: MakeContext) => Promise<MadeModel>;
}

/**
 * Asks one model about one shard, one function at a time. A closed shard is left as it is; of one that an earlier function gave
 * up, what was put away is not asked again. Where the run may cost no more, the shard stays open, and a record in the run's folder says why.
 * @throws {RunCancelledError}
 * @throws {ModelThrottledError} the time ran out while the model was busy
 * @throws {ShardUnfinishedError} the time ran out
 */
export async function screenShard(asked: ShardToScreen, context: ScreenContext): Promise<void> {
  const { registry, clock, remainingMs } = context;
  let starts: number | undefined;
  const readJob = async (): Promise<RunJob | null> => {
    if (registry === null) return null;
    const job = await createMachineDesk(registry, clock).read('runs', asked.run);
    requireNotCancelled(job);
    starts ??= job.starts;
    // Between two looks it may have been cancelled and started again: whoever asks now is not this function.
    if (job.starts !== starts) throw new RunCancelledError(`Run "${asked.run}" was started again`);
    return job;
  };
  let job = await readJob();
  // What is worked out here is the same, whoever works it out.
  if (registry === null) return screenAlone(asked, context, { job, readJob });
  const lease = `${asked.run}/${asked.at}/${asked.shard}`;
  const check = async () => {
    job = await readJob();
  };
  const screen = () => screenAlone(asked, context, { job, readJob });
  await withShardLease({ registry, clock, remainingMs, check }, lease, screen);
}

/** While no other function works on the shard. */
async function screenAlone(
  asked: ShardToScreen,
  context: ScreenContext,
  { job, readJob }: { job: RunJob | null; readJob: () => Promise<RunJob | null> },
): Promise<void> {
  const { clock, blobs } = context;
  const starts = job?.starts;
  const shard = await openShard(asked, context);
  if (shard === null) return;
  const maxCostDkk = shard.ready.called ? (job?.maxCostDkk ?? null) : null;
  if (job === null || maxCostDkk === null) return ask(shard, asked, context, { starts, checks: [readJob] });
  const stop = await readStop(shard.store);
  if (stop !== null && stops(stop, maxCostDkk)) return shard.ready.model.close?.();
  const own = { modelId: shard.ready.model.id, shard: asked.shard, atOnce: shard.atOnce };
  const spending = await openCloudSpending({ ...job, maxCostDkk }, own, { blobs, clock });
  const checks = [readJob, () => spending.refresh()];
  await ask(shard, asked, context, { starts, checks, spending }).catch(async (cause: unknown) => {
    const why = stopOf(cause);
    if (why === null) throw cause;
    // Not an error of this function: the others are to see it, and whoever collects tells it.
    const besideDkk = await sumSpent(job.limitSharedWith, blobs);
    await recordStop(shard.store, { why, model: own.modelId, maxCostDkk, besideDkk });
  });
}

/** A shard with all that asking takes. */
interface OpenShard {
  store: BlobStore;
  record: RunRecord;
  dataset: Dataset;
  cases: Case[];
  ready: ReadyModel;
  /** Functions that may ask models at once, a shard each. */
  atOnce: number;
}

/** Null where it is closed. */
async function openShard(
  { run, at, shard }: ShardToScreen,
  { blobs, kind, make }: ScreenContext,
): Promise<OpenShard | null> {
  const store = openRunStore(run, blobs);
  const { datasetPlace, models } = await requireOrder(store);
  const ordered = requireModel(models[at], kind, { run, at });
  const { entry, planned } = ordered;
  const closed = runKeys.screenings(planned.id, shard);
  if ((await store.list(closed)).includes(closed)) return null;
  const record = await readRunRecord(store);
  if (record === null) throw new ArtifactError(`Cannot screen run "${run}": its plan is missing`);
  const { before, caseIds } = await findShard(store, shard);
  const datasetStore = storeWithin(blobs, `${datasetPlace}/`);
  const dataset = await openPlannedDataset(record, datasetStore, datasetPlace);
  const cases = await readShardCases(dataset.cases(record.dataset.split, before), caseIds);
  const made = await make(ordered, { dataset, datasetStore, shown: record.protocol.shown });
  if (made.fingerprint !== ordered.fingerprint)
    throw new ArtifactError(`Cannot ask "${planned.id}": it is another than was planned`);
  const calling = callingOf(entry);
  const concurrency = dealCalls(calling).callsInOne;
  const called = models.map((each) => callingOf(each.entry)).filter((each) => each.called);
  const atOnce = called.reduce((sum, each) => sum + dealCalls(each).functions, 0);
  return {
    store,
    record,
    dataset,
    cases,
    atOnce,
    ready: { ...made, entry: planned, ...calling, concurrency },
  };
}

interface Asking {
  /** The run's attempt; undefined where there is no way to its record. */
  starts: number | undefined;
  checks: WatchOptions['checks'];
  spending?: Spending;
}

async function ask(
  { store, record, dataset, cases, ready }: OpenShard,
  { run, shard }: ShardToScreen,
  { clock, remainingMs }: ScreenContext,
  { starts, checks, spending }: Asking,
): Promise<void> {
  const { id } = ready.model;
  // What is worked out here neither fails nor lasts.
  const left = ready.called
    ? await openShardLeft(store, { modelId: id, shard, starts: starts ?? 0 }, clock)
    : undefined;
  const watch = watchTime(ready.model, { remainingMs, checks, checkEveryMs, name: `${id}/${shard}` });
  // An answer that was paid for is safe before the next question; one that is worked out here is worked out again.
  const journal = openShardJournal(store, { modelId: id, shard, atOnce: ready.called }, clock);
  const { lane, done } = screenModel({
    record,
    // Two runs of one plan are two questions to whoever tells them by their ids.
    askedAs: run,
    dataset,
    ready: { ...ready, model: watch.model },
    shards: [{ shard, cases }],
    // The calls of a shard are safe before it is closed.
    store: { ...store, write: (key, body) => journal.save().then(() => store.write(key, body)) },
    journal,
    clock,
    underWay: left?.underWay,
    before: left?.before,
    spending,
  });
  if (left?.givenUp) lane.giveUp(left.givenUp);
  let end: LeftNow['end'] = 'whole';
  try {
    await Promise.race([done, watch.ended]);
  } catch (cause) {
    const timeIsUp = cause instanceof ShardUnfinishedError || cause instanceof ModelThrottledError;
    end = timeIsUp ? 'timeUp' : 'broken';
    lane.stop(cause);
    throw cause;
  } finally {
    // As it stood before the calls in flight were ended by us.
    const keep = left?.take({ failures: lane.failures, end, answered: watch.answered() });
    watch.stop();
    await journal.close();
    await keep?.();
    await ready.model.close?.();
  }
}

function requireModel(model: OrderedModel | undefined, kind: ModelKind, at: object): OrderedModel {
  if (model?.kind === kind) return model;
  throw new ArtifactError(
    `Cannot screen ${JSON.stringify(at)}: no model of the kind "${kind}" is planned there`,
  );
}

/** A planned shard, and how many cases stand before it in the split's file. */
async function findShard(store: BlobStore, name: string): Promise<Shard & { before: number }> {
  let before = 0;
  for (const each of await readShards(store)) {
    if (each.shard === name) return { ...each, before };
    before += each.caseIds.length;
  }
  throw new ArtifactError(`Cannot screen shard "${name}": it is not planned`);
}

async function readShardCases(cases: AsyncGenerator<Case>, caseIds: readonly string[]): Promise<Case[]> {
  const shown: Case[] = [];
  for (const caseId of caseIds) {
    const { value } = await cases.next();
    if (value?.caseId !== caseId)
      throw new ArtifactError(`Cannot show case "${caseId}": the data set's cases are not those of the plan`);
    shown.push(value);
  }
  await cases.return(undefined);
  return shown;
}

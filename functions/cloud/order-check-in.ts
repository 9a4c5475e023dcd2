import { InputError } from '../../datasets/errors.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import type { BlobStore, Clock, Registry } from '../../evals/ports.ts';
import { requireTransfer } from '../../evals/require-transfer.ts';
import type { ReadCluster } from '../../reports/check-in/cluster.ts';
import type { Desk } from '../api/desk.ts';
import type { DatasetRecord, RunJob } from '../api/resources.ts';
import { maxCostField } from '../estimate/run-estimate.ts';
import { hashAsked } from '../models/hash-asked.ts';
import { callingOf } from '../models/stand-models.ts';
import { requirePrices } from '../run/require-prices.ts';
import { keyBeside, openClusterFile } from './check-in-place.ts';
import { executionName } from './execution-name.ts';
import { createMachineDesk } from './run-job.ts';
import { sha256Of } from './sha256-of.ts';

export interface OrderContext {
  registry: Registry;
  blobs: BlobStore;
  clock: Clock;
  /** The most that any run may cost; null: whatever the cluster's file allows. */
  maxRunCostDkk: number | null;
}

export interface OrderedCheckIn {
  /** 2026-10 */
  month: string;
  runs: { run: string; name: string }[];
}

export interface CheckInToOrder {
  /** Of the cluster's file. */
  cluster: string;
  /** ISO 8601: when the check-in was due. */
  at: string;
  /** Asks failed and timed-out questions once more, also of runs that are done. */
  retryFailed: boolean;
}

/**
 * Orders a run a data set of a cluster, as records that the state machine goes by: asked again for the same month, the same runs
 * are gone on with. A run's id follows from what is asked, as on one machine: where the cluster's models are others, or asked otherwise,
 * each data set has another run, so that a month's report never tells of two lists of models. Data sets and models are those of the registry that the
 * cluster's file means; nothing is run that is not registered as it is there.
 * @throws {InputError} where the cluster's file is wrong, or means what is not registered; where failed questions are to be asked
 *   again of a run that has not ended, or one with other models has not
 */
export async function orderCheckIn(
  { cluster: clusterKey, at, retryFailed }: CheckInToOrder,
  { registry, blobs, clock, maxRunCostDkk }: OrderContext,
): Promise<OrderedCheckIn> {
  const read = await openClusterFile(blobs, clusterKey);
  const month = monthOf(at, read.cluster.timezone);
  const desk = createMachineDesk(registry, clock);
  const models = await requireModels(read, desk);
  const asked = read.cluster.models.map(hashAsked);
  const maxCostDkk = limitOf(read, maxRunCostDkk);
  const orders: Omit<RunToQueue, 'limitSharedWith'>[] = [];
  for (const [place, { folder, split }] of read.cluster.datasets.entries()) {
    const dataset = await requireDataset(desk, keyBeside(clusterKey, folder));
    if (dataset?.dataset.splits[split] === undefined) {
      const expected = 'the folder of a registered data set, with this split';
      throw read.refuse(['datasets', place, 'folder'], `"${folder}" (${split})`, expected);
    }
    requireTransfer({ models: read.cluster.models }, dataset.dataset);
    const plan = sha256Of([read.cluster.id, month, dataset.id, split, ...asked].join('\n')).slice(0, 20);
    orders.push({
      ...{ id: `operator.${plan}`, datasetId: dataset.id, split, models, maxCostDkk },
      note: `Check-in ${read.cluster.id} ${month}`,
      checkIn: { cluster: read.cluster.id, month },
      retryFailed,
      now: clock.now(),
    });
  }
  const ids = new Set(orders.map(({ id }) => id));
  const ofMonth = await listRuns(desk, { cluster: read.cluster.id, month });
  requireSucceeded(ofMonth, orders, ids);
  if (retryFailed) requireEnded(ofMonth.filter(({ id }) => ids.has(id)));
  const others = ofMonth.map(({ id }) => id).filter((id) => !ids.has(id));
  for (const id of others) await shareLimit(desk, id, ids);
  const limited = new Set([
    // One limit for all of them, as `maalestok check-in --max-cost` has it.
    ...(maxCostDkk === null ? [] : ids),
    // What was spent on other models, or on a data set that has left the cluster's file since, was spent all the same.
    ...others,
  ]);
  const runs: OrderedCheckIn['runs'] = [];
  for (const order of orders) {
    const limitSharedWith = [...limited].filter((id) => id !== order.id);
    const { id, starts } = await queue(desk, { ...order, limitSharedWith });
    runs.push({ run: id, name: executionName({ id, attempt: starts }) });
  }
  return { month, runs };
}

/** What all runs of the month together may cost. @throws {InputError} */
function limitOf({ cluster, refuse }: ReadCluster, maxRunCostDkk: number | null): number | null {
  const maxCostDkk = cluster.maxCostDkk ?? maxRunCostDkk;
  if (maxCostDkk === null) return null;
  if (maxRunCostDkk !== null && maxCostDkk > maxRunCostDkk)
    throw refuse([maxCostField], String(maxCostDkk), `at most ${maxRunCostDkk} DKK, as for every run here`);
  const called = cluster.models.map((entry) => ({ id: entry.id ?? entry.adapter, ...callingOf(entry) }));
  requirePrices(called, maxCostField);
  return maxCostDkk;
}

/** The month of a time where the cluster is. */
function monthOf(at: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit' }).formatToParts(
    new Date(at),
  );
  const of = (type: string) => parts.find((part) => part.type === type)!.value;
  return `${of('year')}-${of('month')}`;
}

/** @returns the ids of the cluster's models, each registered as the cluster has it */
async function requireModels({ cluster, refuse }: ReadCluster, desk: Desk): Promise<string[]> {
  return Promise.all(
    cluster.models.map(async (entry, at) => {
      const id = entry.id ?? entry.adapter;
      const known = await desk.find('models', id);
      if (known !== null && canonicalHash(known.entry) === canonicalHash(entry)) return id;
      const is =
        known === null ? `"${id}", which is not registered` : `"${id}", which is registered otherwise`;
      throw refuse(['models', at], is, 'a model that is registered as it stands here');
    }),
  );
}

/** The newest record of the data set in a folder. */
async function requireDataset(desk: Desk, place: string): Promise<DatasetRecord | null> {
  let found: DatasetRecord | null = null;
  for (let after: string | undefined; ; ) {
    const { items, next } = await desk.list('datasets', { after, limit: 200 });
    for (const each of items)
      if (each.place === place && (found === null || each.createdAt > found.createdAt)) found = each;
    if (next === null) return found;
    after = next;
  }
}

/** All runs that were ever ordered for a month's check-in. */
async function listRuns(desk: Desk, { cluster, month }: NonNullable<RunJob['checkIn']>): Promise<RunJob[]> {
  const found: RunJob[] = [];
  for (let after: string | undefined; ; ) {
    const { items, next } = await desk.list('runs', { after, limit: 200 });
    found.push(...items.filter(({ checkIn }) => checkIn?.cluster === cluster && checkIn.month === month));
    if (next === null) return found;
    after = next;
  }
}

/**
 * Two runs of one data set at once would know nothing of each other's limit, and whichever ended last would be the month's.
 * @param ordered the ids of what is ordered now
 */
function requireSucceeded(
  ofMonth: readonly RunJob[],
  orders: readonly Pick<RunJob, 'datasetId' | 'split'>[],
  ordered: ReadonlySet<string>,
): void {
  const isSame = ({ datasetId, split }: RunJob) =>
    orders.some((order) => order.datasetId === datasetId && order.split === split);
  const other = ofMonth.find((run) => !ordered.has(run.id) && isUnderWay(run) && isSame(run));
  if (other === undefined) return;
  throw new InputError({
    field: 'models',
    is: `others than those of run "${other.id}" of the same month, which is ${other.state}`,
    expected: 'a month whose runs with other models have ended',
    mend: `Cancel it (POST /v1/runs/${other.id}/cancel), or wait for its end, and start the check-in again.`,
  });
}

/** One of the month that is gone on with counts what runs spend that were ordered after it. */
async function shareLimit(desk: Desk, id: string, ordered: ReadonlySet<string>): Promise<void> {
  await desk.change('runs', id, (run) => ({
    ...run,
    limitSharedWith: [...new Set([...run.limitSharedWith, ...ordered])],
  }));
}

/** What is under way may have asked them again already. An order that is made again, since its answer was lost, finds its own. */
function requireEnded(runs: readonly RunJob[]): void {
  const underWay = runs.find((run) => isUnderWay(run) && !run.retryFailed);
  if (underWay === undefined) return;
  throw new InputError({
    field: 'retryFailed',
    is: `run "${underWay.id}", which is ${underWay.state}`,
    expected: 'runs that have ended',
    mend: 'Start the check-in again with it when they have.',
  });
}

function isUnderWay({ state }: RunJob): boolean {
  return state === 'queued' || state === 'running';
}

interface RunToQueue
  extends Pick<
    RunJob,
    | 'id'
    | 'datasetId'
    | 'split'
    | 'models'
    | 'note'
    | 'checkIn'
    | 'maxCostDkk'
    | 'limitSharedWith'
    | 'retryFailed'
  > {
  now: string;
}

/**
 * What is done stays done: its execution finds everything there. What has not ended keeps its execution's name, by which
 * Step Functions starts nothing twice: a schedule may come twice.
 */
async function queue(desk: Desk, { now, retryFailed, ...run }: RunToQueue): Promise<RunJob> {
  const { record, made } = await desk.create('runs', {
    ...run,
    ...{ schema: 'maalestok.api.run.v1', owner: 'operator', createdAt: now, updatedAt: now },
    ...{ shared: false, publish: false, policy: 'standard', repeats: 1, limit: null },
    ...{ state: 'queued', starts: 1, retryFailed: false, startedBy: 'check-in' },
    ...{ place: null, failure: null, estimate: null },
  });
  if (made) return record;
  // A higher limit in the cluster's file goes on from where a lower one stopped.
  const limit = { maxCostDkk: run.maxCostDkk, limitSharedWith: run.limitSharedWith };
  return desk.change('runs', run.id, (each) => {
    if (isUnderWay(each)) return { ...each, ...limit };
    const starts = each.starts + 1;
    if (each.state === 'done' && !retryFailed) return { ...each, ...limit, starts };
    const again = { state: 'queued', place: null, failure: null } as const;
    return { ...each, ...limit, ...again, starts, retryFailed: each.retryFailed || retryFailed };
  });
}

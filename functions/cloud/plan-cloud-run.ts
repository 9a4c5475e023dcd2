import type { RunRecord, Shard } from '../../evals/artifacts.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import type { BlobStore, Clock, Registry } from '../../evals/ports.ts';
import { planRun } from '../../evals/steps/plan-run.ts';
import type { Egress } from '../adapters/http/egress.ts';
import type { Desk } from '../api/desk.ts';
import { openStoredDataset } from '../api/open-stored-dataset.ts';
import { orderOf } from '../api/order-run.ts';
import { modelOwnerOf } from '../api/principal.ts';
import type { RunJob } from '../api/resources.ts';
import type { ModelKind } from '../cloud-names.ts';
import { runPlace } from '../cloud-records.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { callingOf } from '../models/stand-models.ts';
import { takeUpCalling } from '../models/take-up-calling.ts';
import { readShards, writePlan } from '../run/run-plan.ts';
import { dealCalls } from './deal-calls.ts';
import { describeModels } from './describe-models.ts';
import { estimateCloudRun, requireKnownPrices } from './estimate-cloud-run.ts';
import { reopenRun } from './reopen-run.ts';
import { checkEveryMs, createMachineDesk, RunCancelledError, requireNotCancelled } from './run-job.ts';
import { type CloudOrder, readOrder, workKeys } from './run-order.ts';
import { forgetStop } from './run-stop.ts';
import { waitForShards } from './with-shard-lease.ts';

export interface PlanContext {
  registry: Registry;
  /** Without labels. */
  blobs: BlobStore;
  clock: Clock;
  /** Where vendors' models may be called; undefined where only who calls them knows. */
  egress: Egress | undefined;
  /** See `DescribeContext`. */
  region: string | undefined;
}

/** What the state machine goes on with: references, and no bodies. */
export interface CloudPlan {
  run: string;
  models: {
    at: number;
    kind: ModelKind;
    id: string;
    maxConcurrency: number;
    /** Key of a JSON array of `{"shard": "00001"}`. */
    items: string;
  }[];
}

/**
 * Plans a run of the registry as `maalestok run` plans a suite. What was planned once stands: whoever plans it again goes on
 * with it, also where the models' records have changed since, but for their prices and how much is asked at once.
 * @throws {RunCancelledError}
 * @throws {InputError} where the models cannot be run on the data set, or are expected to cost more than the run may
 * @throws {ArtifactError} where the data set is another than was registered
 */
export async function planCloudRun(run: string, context: PlanContext): Promise<CloudPlan> {
  const store = openRunStore(run, context.blobs);
  const desk = createMachineDesk(context.registry, context.clock);
  const job = await begin(desk, run);
  // Functions of an earlier start, which may be asking still, see by then that there is another, and put away what they have.
  if (job.starts > 1) await context.clock.sleep(2 * checkEveryMs);
  const before = await readOrder(store);
  const order = await (before === null ? plan(job, desk, store, context) : goOn(before, job, desk, store));
  await forgetStop(store);
  const shards = (await readShards(store)).map(({ shard }) => shard);
  if (job.retryFailed) await reopen(job, order, shards, context);
  const items = JSON.stringify(shards.map((shard) => ({ shard })));
  for (const at of order.models.keys()) await store.write(workKeys.items(at), `${items}\n`);
  return {
    run,
    models: order.models.map(({ kind, entry, planned: { id } }, at) => ({
      ...{ at, kind, id, maxConcurrency: dealCalls(callingOf(entry)).functions },
      items: runPlace(run) + workKeys.items(at),
    })),
  };
}

/** What has ended is left as it is: a second execution finds everything done. */
async function begin(desk: Desk, run: string): Promise<RunJob> {
  let job = await desk.read('runs', run);
  if (job.state === 'queued') {
    const start = (each: RunJob): RunJob => (each.state === 'queued' ? { ...each, state: 'running' } : each);
    job = await desk.change('runs', run, start);
  }
  requireNotCancelled(job);
  return job;
}

/**
 * Once: what fails again stands, however often the functions of this start are called.
 * @throws {RunCancelledError} where the run was cancelled or started again meanwhile: others may be asking
 */
async function reopen(
  { id, starts }: RunJob,
  { models }: CloudOrder,
  shards: readonly string[],
  { registry, blobs, clock }: PlanContext,
): Promise<void> {
  const desk = createMachineDesk(registry, clock);
  await waitForShards({ registry, clock }, id);
  const now = await desk.read('runs', id);
  requireNotCancelled(now);
  if (now.starts !== starts) throw new RunCancelledError(`Run "${id}" was started again`);
  // Another function has done it, whose answer was not lost.
  if (!now.retryFailed) return;
  await reopenRun(
    openRunStore(id, blobs),
    { models: models.map(({ planned }) => planned.id), shards },
    clock,
  );
  const opened = (each: RunJob) => (each.starts === starts ? { ...each, retryFailed: false } : each);
  await desk.change('runs', id, opened);
}

/** @throws {InputError} where the run has a limit, and a model that is called no price */
async function goOn(before: CloudOrder, job: RunJob, desk: Desk, store: BlobStore): Promise<CloudOrder> {
  const records = await Promise.all(job.models.map((id) => desk.find('models', id)));
  // In the order of the record; what was added to it stands behind.
  const models = before.models.map((model, at) => ({
    ...model,
    entry: takeUpCalling(model.entry, records[at]?.entry),
  }));
  requireKnownPrices(job, models);
  const order = { ...before, models };
  if (canonicalHash(order) !== canonicalHash(before)) await writeOrder(store, order);
  return order;
}

async function plan(
  job: RunJob,
  desk: Desk,
  store: BlobStore,
  { blobs, clock, egress, region }: PlanContext,
): Promise<CloudOrder> {
  const registered = await desk.read('datasets', job.datasetId);
  const records = await Promise.all(job.models.map((id) => desk.read('models', id)));
  const { suite, datasetPlace, limit } = orderOf(job, registered, records);
  const dataset = await openStoredDataset(blobs, registered);
  const described = await describeModels(suite, { dataset, egress, region });
  const vendors = new Map(records.map(({ id, vendor }) => [id, vendor]));
  const models = described.map(({ ordered }) => ({
    ...ordered,
    // A baseline that was added is ours.
    owner: modelOwnerOf(vendors.get(ordered.planned.id) ?? null),
  }));
  requireKnownPrices(job, models);
  await estimateCloudRun(job, desk, { suite, dataset, models: described, limit });
  const { record, shards } = planRun({
    suite: { ...suite, dataset: datasetPlace },
    suiteFile: `run ${job.id}`,
    dataset,
    models: models.map(({ planned, fingerprint }) => ({ entry: planned, fingerprint })),
    caseIds: await dataset.caseIds(suite.split),
    limit: limit ?? undefined,
    startedAt: clock.now(),
  });
  const order: CloudOrder = { schema: 'maalestok.cloud-order.v1', datasetPlace, models };
  await writeAll(store, { ...record, datasetFolder: `../../${datasetPlace}` }, shards, order);
  return order;
}

/** The order last: where it is, the plan is whole. */
async function writeAll(
  store: BlobStore,
  record: RunRecord,
  shards: readonly Shard[],
  order: CloudOrder,
): Promise<void> {
  await writePlan(store, record, shards);
  await writeOrder(store, order);
}

async function writeOrder(store: BlobStore, order: CloudOrder): Promise<void> {
  await store.write(workKeys.order, `${JSON.stringify(order, null, 2)}\n`);
}

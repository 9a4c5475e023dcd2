import { ArtifactError } from '../../datasets/errors.ts';
import { canonicalHash } from '../../evals/canonical-hash.ts';
import type { BlobStore, Clock, Registry } from '../../evals/ports.ts';
import { requireTransfer } from '../../evals/require-transfer.ts';
import type { ReadCluster } from '../../reports/check-in/cluster.ts';
import type { Desk } from '../api/desk.ts';
import type { DatasetRecord, RunJob } from '../api/resources.ts';
import { keyBeside, openClusterFile } from './check-in-place.ts';
import { executionName } from './execution-name.ts';
import { createMachineDesk } from './run-job.ts';
import { sha256Of } from './sha256-of.ts';

export interface OrderedCheckIn {
  /** 2026-10 */
  month: string;
  runs: { run: string; name: string }[];
}

/**
 * Orders a run a data set of a cluster, as records that the state machine goes by: asked again for the same month, the same runs
 * are gone on with. Data sets and models are those of the registry that the cluster's file means; nothing is run that is not
 * registered as it is there.
 * @param clusterKey of the cluster's file
 * @param at ISO 8601: when the check-in was due
 * @throws {InputError} where the cluster's file is wrong, or means what is not registered
 */
export async function orderCheckIn(
  clusterKey: string,
  at: string,
  { registry, blobs, clock }: { registry: Registry; blobs: BlobStore; clock: Clock },
): Promise<OrderedCheckIn> {
  const read = await openClusterFile(blobs, clusterKey);
  const month = monthOf(at, read.cluster.timezone);
  const desk = createMachineDesk(registry, clock);
  const models = await requireModels(read, desk);
  const runs: OrderedCheckIn['runs'] = [];
  for (const [place, { folder, split }] of read.cluster.datasets.entries()) {
    const dataset = await requireDataset(desk, keyBeside(clusterKey, folder));
    if (dataset?.dataset.splits[split] === undefined) {
      const expected = 'the folder of a registered data set, with this split';
      throw read.refuse(['datasets', place, 'folder'], `"${folder}" (${split})`, expected);
    }
    requireTransfer({ models: read.cluster.models }, dataset.dataset);
    const ofMonth = sha256Of([read.cluster.id, month, dataset.id, split].join('\n')).slice(0, 20);
    const job = await queue(desk, {
      ...{ id: `operator.${ofMonth}`, datasetId: dataset.id, split, models },
      note: `Check-in ${read.cluster.id} ${month}`,
      now: clock.now(),
    });
    runs.push({ run: job.id, name: executionName({ id: job.id, attempt: job.starts }) });
  }
  return { month, runs };
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

interface RunToQueue extends Pick<RunJob, 'id' | 'datasetId' | 'split' | 'models' | 'note'> {
  now: string;
}

/**
 * What is done stays done: its execution finds everything there. What has not ended keeps its execution's name, by which
 * Step Functions starts nothing twice: a schedule may come twice.
 */
async function queue(desk: Desk, { now, ...run }: RunToQueue): Promise<RunJob> {
  const { record, made } = await desk.create('runs', {
    ...run,
    ...{ schema: 'maalestok.api.run.v1', owner: 'operator', createdAt: now, updatedAt: now },
    ...{ shared: false, publish: false, policy: 'standard', repeats: 1, limit: null },
    ...{ state: 'queued', starts: 1, startedBy: 'check-in', place: null, failure: null },
  });
  if (made) return record;
  if (canonicalHash(record.models) !== canonicalHash(run.models))
    throw new ArtifactError(
      `Cannot go on with "${run.id}": the cluster's models have changed since it was ordered`,
    );
  return desk.change('runs', run.id, (each) => {
    if (each.state === 'queued' || each.state === 'running') return each;
    const again = each.state === 'done' ? {} : ({ state: 'queued', failure: null } as const);
    return { ...each, ...again, starts: each.starts + 1 };
  });
}

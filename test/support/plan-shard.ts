import { join } from 'node:path';
import type { Protocol } from '../../evals/artifacts.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore, Model, Registry } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { planRun } from '../../evals/steps/plan-run.ts';
import { readScreenings } from '../../evals/steps/read-screenings.ts';
import { SuiteSchema } from '../../evals/suite.ts';
import { createFileStore } from '../../functions/adapters/file-store.ts';
import { createMemoryStore } from '../../functions/adapters/memory-store.ts';
import { storeWithin } from '../../functions/adapters/store-within.ts';
import { createSystemClock } from '../../functions/adapters/system-clock.ts';
import { describeModels } from '../../functions/cloud/describe-models.ts';
import { workKeys } from '../../functions/cloud/run-order.ts';
import { screenShard } from '../../functions/cloud/screen-shard.ts';
import { openRunStore } from '../../functions/cloud-runtime.ts';
import { writePlan } from '../../functions/run/run-plan.ts';
import { writeData } from './cloud-run.ts';
import { temporaryFolder } from './small-dataset.ts';

export const plannedRun = `operator.${'1'.repeat(20)}`;
export const plannedShard = '00001';
const datasetPlace = 'datasets/operator/small-1';

/** The data set of planned runs, in a temporary folder. */
export async function writePlanData(): Promise<AsyncDisposable & { files: BlobStore }> {
  const place = await temporaryFolder();
  await writeData(join(place.folder, datasetPlace));
  return {
    files: createFileStore(place.folder),
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
}

export interface PlannedShard {
  protocol: Pick<Protocol, 'timeoutMs' | 'retries'>;
  registry?: Registry | null;
}

/** One function's call. */
export interface CallOptions {
  screen: Model['screen'];
  /** Absent: it has a second for its questions, since what it keeps back is taken off. */
  remainingMs?: () => number;
}

/** A planned run of one vendor's model, of one shard. @param files see `writePlanData` */
export async function planShard(files: BlobStore, { protocol, registry = null }: PlannedShard) {
  const blobs = createMemoryStore();
  for (const key of await files.list(`${datasetPlace}/`)) await blobs.write(key, (await files.read(key))!);
  const dataset = await openDataset(storeWithin(blobs, `${datasetPlace}/`));
  const { dataset: _, ...suite } = SuiteSchema.parse({
    ...{ schema: 'maalestok.suite.v1', id: 'x', titleDa: 'x', titleEn: 'x', dataset: '-', protocol },
    models: [{ adapter: 'http', id: 'vendor', version: '1', url: 'https://vendor.example/', concurrency: 4 }],
  });
  const described = await describeModels(suite, { dataset, egress: undefined, region: undefined });
  const models = described.map(({ ordered }) => ordered);
  const { record, shards } = planRun({
    suite: { ...suite, dataset: datasetPlace },
    ...{ suiteFile: 'x', dataset, startedAt: '2026-01-01T00:00:00.000Z' },
    models: models.map(({ planned: entry, fingerprint }) => ({ entry, fingerprint })),
    caseIds: await dataset.caseIds('test'),
  });
  const store = openRunStore(plannedRun, blobs);
  await writePlan(store, { ...record, datasetFolder: `../../${datasetPlace}` }, shards);
  const owned = models.map((each) => ({ ...each, owner: 'operator' }));
  const order = { schema: 'maalestok.cloud-order.v1', datasetPlace, models: owned };
  await store.write(workKeys.order, JSON.stringify(order));
  const context = { registry, blobs, clock: createSystemClock(), kind: 'vendor' as const };
  const call = ({ screen, remainingMs = () => 21_000 }: CallOptions) => {
    const model: Model = { id: 'vendor', version: '1', screen };
    return screenShard(
      { run: plannedRun, at: 0, shard: plannedShard },
      { ...context, remainingMs, make: async ({ fingerprint }) => ({ model, fingerprint }) },
    );
  };
  return {
    blobs,
    store,
    call,
    screenings: async () => (await readScreenings(store, runKeys.screenings('vendor', plannedShard)))!,
  };
}

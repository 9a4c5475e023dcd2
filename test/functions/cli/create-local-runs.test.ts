import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Registry } from '../../../evals/ports.ts';
import { SuiteSchema } from '../../../evals/suite.ts';
import { createFileStore } from '../../../functions/adapters/file-store.ts';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import type { RunOrder } from '../../../functions/api/api-context.ts';
import { type RunJob, RunJobSchema } from '../../../functions/api/resources.ts';
import { createLocalRuns } from '../../../functions/cli/serve/create-local-runs.ts';
import { readShards } from '../../../functions/run/run-plan.ts';
import { runJob } from '../../support/cloud.ts';
import { writeData } from '../../support/cloud-run.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const run = `operator.${'1'.repeat(20)}`;
const { dataset: _, ...suite } = SuiteSchema.parse({
  ...{ schema: 'maalestok.suite.v1', id: 'x', titleDa: 'x', titleEn: 'x', dataset: '-' },
  models: [{ adapter: 'silent' }],
});
const orderOf = ({ id, limit, starts: attempt }: RunJob): RunOrder => ({
  ...{ id, limit, attempt, suite, datasetPlace: 'data', maxCostDkk: null, retryFailed: false },
});

it('goes on with the limits of the last start, where a run is cancelled and started again between two commands', async () => {
  await using place = await temporaryFolder();
  await writeData(join(place.folder, 'data'));
  const registry = createMemoryRegistry();
  const first: RunJob = { ...runJob(run, []), limit: 3 };
  const again: RunJob = { ...first, limit: 1, starts: 2 };
  const jobOf = async () => RunJobSchema.parse((await registry.read('runs', run))?.value);
  let isFirst = true;
  const watched: Registry = {
    ...registry,
    async write(collection, key, value, expected) {
      const written = await registry.write(collection, key, value, expected);
      // The estimate stands in the record before the run's own command begins.
      if (collection === 'runs' && isFirst && RunJobSchema.parse(value).estimate !== null) {
        isFirst = false;
        await runs.cancel({ id: run, attempt: 1 });
        await registry.write('runs', run, again, written!.version);
        await runs.start(orderOf(again));
      }
      return written;
    },
  };
  const lines: string[] = [];
  const runs = createLocalRuns({
    ...{ registry: watched, clock: createSystemClock(), folder: place.folder, concurrency: 2 },
    log: (line) => lines.push(line),
  });
  await registry.write('runs', run, first, null);
  await runs.start(orderOf(first));
  await expect.poll(jobOf, { timeout: 30_000, interval: 100 }).toMatchObject({ state: 'done', starts: 2 });
  // Nothing was planned by the limits of the first.
  expect(await readdir(join(place.folder, 'runs', run, 'out'))).toHaveLength(1);
  const shards = await readShards(createFileStore(join(place.folder, (await jobOf()).place!)));
  expect(shards.flatMap(({ caseIds }) => caseIds)).toHaveLength(1);
  expect(lines).toEqual([]);
  await runs.close();
}, 60_000);

it('puts what a run is planned by in its place whole, so that a machine that goes down leaves what can be gone on with', async () => {
  await using place = await temporaryFolder();
  await writeData(join(place.folder, 'data'));
  const registry = createMemoryRegistry();
  const job: RunJob = { ...runJob(run, []), limit: 1 };
  await registry.write('runs', run, job, null);
  const runs = createLocalRuns({
    ...{ registry, clock: createSystemClock(), folder: place.folder, concurrency: 2 },
    log: () => undefined,
  });
  const file = join(place.folder, 'runs', run, 'suite.yaml');
  await runs.start(orderOf(job));
  const before = await readFile(file, 'utf8');
  await using opened = await open(file);
  await runs.start({ ...orderOf(job), suite: { ...suite, titleDa: 'En anden' } });
  // What a file held stays in it: another has come in its place.
  expect(await opened.readFile('utf8')).toBe(before);
  expect(await readFile(file, 'utf8')).toContain('En anden');
  await runs.close();
}, 60_000);

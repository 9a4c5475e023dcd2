import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCheckIn, runCheckIn } from '../../support/check-in-cluster.ts';
import { type CountingVendor, startCountingVendor } from '../../support/counting-vendor.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

/** A cluster of two data sets of ten cases each, and one model that is called and costs 1.50 DKK a call. */
async function prepare(
  folder: string,
  vendor: CountingVendor,
  price = ', price: {of: 2026-11-01, perCall: 1.5}',
) {
  for (const id of ['first', 'second']) {
    const ids = Array.from({ length: 10 }, (_, at) => `${id}-${at}`);
    const cases = ids.map((caseId) => smallCase(caseId));
    const labels = ids.map((caseId, at) => smallLabel(caseId, at % 3 === 0 ? [] : ['x1']));
    await writeSmallDataset(join(folder, id), { test: { cases, labels } }, { id });
  }
  await writeFile(
    join(folder, 'cluster.yaml'),
    `id: klynge
members: [{id: Nordby, name: Nordby Kommune}]
datasets: [{folder: first}, {folder: second}]
models:
  - {adapter: http, id: paid, version: '1', url: '${vendor.url}', concurrency: 2${price}}
schedule: "0 7 1 * *"
timezone: Europe/Copenhagen
`,
  );
  return (month: string, ...flags: string[]) => runCheckIn(folder, month, ['--allow-private', ...flags]);
}

describe('what a check-in may cost', { timeout: 60_000 }, () => {
  it('is one limit for all runs of the month; the same command goes on from there', async () => {
    await using place = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const run = await prepare(place.folder, vendor);
    const stopped = await run('2026-10', '--max-cost', '19,50');
    expect([stopped.code, stopped.stderr]).toEqual([3, expect.stringContaining('Stopped by --max-cost')]);
    // Ten calls of the first run, 15 DKK, and three of the second.
    expect(vendor.asked.size).toBe(13);
    expect(await readdir(join(place.folder, 'check-ins/klynge/2026-10'))).not.toContain('check-in.json');
    const again = await run('2026-10', '--max-cost', '19,50');
    expect([again.code, vendor.asked.size]).toEqual([3, 13]);
    const done = await run('2026-10', '--max-cost', '30');
    expect([done.code, vendor.asked.size]).toEqual([0, 20]);
    expect([...vendor.asked.values()].every((times) => times === 1)).toBe(true);
  });

  it('counts calls of the other runs that failed as the dearest of theirs', async () => {
    await using place = await temporaryFolder();
    await using vendor = await startCountingVendor({ refused: new Set(['first-3', 'first-4']) });
    const run = await prepare(place.folder, vendor);
    expect((await run('2026-10', '--max-cost', '19,50')).code).toBe(3);
    expect(vendor.asked.size).toBe(13);
  });

  it('is in the cluster’s file, too, where the command is told nothing', async () => {
    await using place = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const run = await prepare(place.folder, vendor);
    await appendFile(join(place.folder, 'cluster.yaml'), 'maxCostDkk: 3\n');
    expect([(await run('2026-10')).code, vendor.asked.size]).toEqual([3, 2]);
    expect([(await run('2026-10', '--max-cost', '30')).code, vendor.asked.size]).toEqual([0, 20]);
  });

  it('needs a price, and an amount', async () => {
    await using place = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const run = await prepare(place.folder, vendor, '');
    const free = await run('2026-10', '--max-cost', '20');
    expect([free.code, free.stderr]).toEqual([2, expect.stringContaining('no price of "paid"')]);
    const wrong = await run('2026-10', '--max-cost', 'tyve');
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('--max-cost')]);
    expect(vendor.asked.size).toBe(0);
  });
});

describe('questions that failed', { timeout: 60_000 }, () => {
  it('are asked once more when told to, and no others', async () => {
    await using place = await temporaryFolder();
    const refused = new Set(['first-3', 'second-7']);
    await using vendor = await startCountingVendor({ refused });
    const run = await prepare(place.folder, vendor);
    const answered = async () =>
      (await readCheckIn(place.folder, '2026-10')).datasets.map(({ models }) => models[0]!.counts.answered);
    expect((await run('2026-10')).code).toBe(0);
    expect(await answered()).toEqual([9, 9]);
    refused.clear();
    expect((await run('2026-10', '--retry-failed')).code).toBe(0);
    expect(await answered()).toEqual([10, 10]);
    expect([...vendor.asked.values()].filter((times) => times > 1)).toHaveLength(2);
  });
});

describe('the cache of a check-in', { timeout: 60_000 }, () => {
  it('gives last month’s answers to the same questions, and costs nothing', async () => {
    await using place = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const run = await prepare(place.folder, vendor);
    expect((await run('2026-09', '--cache', 'cache')).code).toBe(0);
    expect(vendor.asked.size).toBe(20);
    expect((await run('2026-10', '--cache', 'cache', '--max-cost', '1')).code).toBe(0);
    expect([...vendor.asked.values()]).toEqual(Array(20).fill(1));
    const other = await run('2026-11');
    expect([other.code, vendor.asked.size]).toEqual([0, 20]);
    expect([...vendor.asked.values()]).toEqual(Array(20).fill(2));
  });
});

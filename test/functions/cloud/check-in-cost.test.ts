import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { createS3Store } from '../../../functions/adapters/s3/create-s3-store.ts';
import { env, type HandlerName } from '../../../functions/cloud-names.ts';
import { type Cloud, datasetPlace, startCloud } from '../../support/cloud.ts';
import { caseCount, writeData } from '../../support/cloud-run.ts';
import { type CountingVendor, startCountingVendor } from '../../support/counting-vendor.ts';
import { type HandlerBundles, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { ownEnvironment } from '../../support/own-environment.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const key = 'clusters/klynge.yaml';
const at = '2026-10-01T05:00:00Z';
const practice = 20;
const OrderSchema = z.object({ runs: z.array(z.object({ run: z.string() })) });

let cloud: Cloud;
let bundles: HandlerBundles;
let vendor: CountingVendor;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
let paid: object;
beforeAll(async () => {
  bundles = openBundles();
  [cloud, place, vendor] = await Promise.all([startCloud(), temporaryFolder(), startCountingVendor()]);
  await writeData(join(place.folder, 'data'));
  await cloud.register(join(place.folder, 'data'));
  const called = { adapter: 'http', version: '1', url: vendor.url, concurrency: 4 };
  paid = { ...called, id: 'paid', price: { of: '2026-11-01', perCall: 1 } };
  await cloud.registerModels(
    [paid, { ...called, id: 'unpriced' }].map((entry) => SuiteModelSchema.parse(entry)),
  );
}, 60_000);
afterAll(async () => {
  bundles[Symbol.dispose]();
  await Promise.all([cloud.close(), vendor[Symbol.asyncDispose](), place[Symbol.asyncDispose]()]);
});

const invoke = async (name: HandlerName, event: object, more: Record<string, string> = {}) => {
  const told = { ...cloud.env, [env.egressAllow]: new URL(vendor.url).origin, ...more };
  const own = ownEnvironment(name, told);
  return (await bundles.invoke(name, event, { env: own })).answer;
};

/** Orders the month's two runs: of the test split, and of the practice split. */
async function order(changes: object, more: Record<string, string> = {}): Promise<string[]> {
  const cluster = {
    ...{ id: 'klynge', members: [{ id: 'Nordby', name: 'Nordby Kommune' }], models: [paid] },
    datasets: ['test', 'practice'].map((split) => ({ folder: `../${datasetPlace}`, split })),
    ...{ schedule: '0 7 1 * *', timezone: 'Europe/Copenhagen', ...changes },
  };
  const cases = createS3Store({ client: cloud.s3.client(), bucket: 'cases' });
  await cases.write(key, JSON.stringify(cluster));
  const ordered = await invoke('check-in', { step: 'order', asked: { cluster: key, at } }, more);
  return OrderSchema.parse(ordered).runs.map(({ run }) => run);
}

async function ask(run: string, shards: readonly string[]): Promise<void> {
  await invoke('plan', { run });
  for (const shard of shards) await invoke('screen-vendor', { run, at: 0, shard });
  for (const shard of shards) await invoke('screen-built-in', { run, at: 1, shard }).catch(() => undefined);
  await invoke('collect', { run });
}

/** Each test goes on where the one before it stopped. */
describe('what a check-in may cost on AWS', { timeout: 120_000 }, () => {
  it('is one limit for all runs of the month', async () => {
    const [test, other] = await order({ maxCostDkk: 130 });
    expect(await cloud.jobOf(test!)).toMatchObject({ maxCostDkk: 130, limitSharedWith: [other] });
    expect(await cloud.jobOf(other!)).toMatchObject({ maxCostDkk: 130, limitSharedWith: [test] });
    await ask(test!, ['00001', '00002', '00003']);
    expect(vendor.asked.size).toBe(caseCount);
    await expect(ask(other!, ['00001'])).rejects.toMatchObject({
      name: 'SpendingLimitError',
      message: expect.stringContaining(
        'about 130.00 DKK are spent, and the next call could take it over 130 DKK',
      ),
    });
    expect(vendor.asked.size).toBe(130);
    expect(await cloud.jobOf(other!)).toMatchObject({ estimate: { calls: practice, costDkk: practice } });
  });

  it('may be more in the cluster’s file: what was answered is not asked again', async () => {
    // As it was settled.
    const [, before] = await order({ maxCostDkk: 130 });
    await cloud.change(before!, { state: 'failed' });
    const [, other] = await order({ maxCostDkk: 140 });
    expect(await cloud.jobOf(other!)).toMatchObject({ maxCostDkk: 140, starts: 2 });
    await ask(other!, ['00001']);
    expect([...vendor.asked.values()]).toEqual(Array(caseCount + practice).fill(1));
  });

  it('is at most what any run may cost there, and needs prices', async () => {
    const bound = { [env.maxRunCostDkk]: '100' };
    await expect(order({ maxCostDkk: 140 }, bound)).rejects.toThrow(
      /maxCostDkk: 140, expected at most 100 DKK/u,
    );
    const unpriced = { ...paid, id: 'unpriced', price: undefined };
    await expect(order({ models: [unpriced] }, bound)).rejects.toThrow(/no price of .*unpriced/u);
    await order({ models: [unpriced], id: 'anden' });
    const [run] = await order({ id: 'tredje' }, bound);
    expect(await cloud.jobOf(run!)).toMatchObject({ maxCostDkk: 100 });
  });

  it('counts a data set that has left the cluster’s file since', async () => {
    const [test, other] = await order({ id: 'femte', maxCostDkk: 10 });
    const datasets = [{ folder: `../${datasetPlace}`, split: 'test' }];
    for (const maxCostDkk of [10, null, 20]) {
      expect(await order({ id: 'femte', maxCostDkk: maxCostDkk ?? undefined, datasets })).toEqual([test]);
      expect(await cloud.jobOf(test!)).toMatchObject({ maxCostDkk, limitSharedWith: [other] });
    }
  });

  it('counts for a run that goes on, too, though its data set has left the file', async () => {
    const of = (split: string) => ({ datasets: [{ folder: `../${datasetPlace}`, split }] });
    const limited = { id: 'sjette', maxCostDkk: 130 };
    const [left] = await order({ ...limited, ...of('practice') });
    const [test] = await order({ ...limited, ...of('test') });
    await ask(test!, ['00001', '00002', '00003']);
    await expect(ask(left!, ['00001'])).rejects.toMatchObject({
      name: 'SpendingLimitError',
      message: expect.stringContaining('about 130.00 DKK are spent'),
    });
  });

  it('is kept with nothing but what the roles give', () => {
    const asked = cloud.asked();
    expect(
      asked.some(({ by, resource }) => by === 'screen-vendor' && resource.endsWith('/work/stop.json')),
    ).toBe(true);
    expect(refusedByTemplates(asked)).toEqual([]);
  });
});

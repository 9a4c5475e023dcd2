import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { env, type HandlerName } from '../../../functions/cloud-names.ts';
import { startCloud } from '../../support/cloud.ts';
import { caseCount, writeData } from '../../support/cloud-run.ts';
import { startCountingVendor } from '../../support/counting-vendor.ts';
import { openBundles } from '../../support/handler-bundles.ts';
import { ownEnvironment } from '../../support/own-environment.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

it('functions that ask at once pass a limit by the calls in flight at most', {
  timeout: 120_000,
}, async () => {
  using bundles = openBundles();
  await using place = await temporaryFolder();
  await using vendor = await startCountingVendor({ delayMs: 300 });
  const cloud = await startCloud();
  try {
    await writeData(join(place.folder, 'data'));
    await cloud.register(join(place.folder, 'data'));
    const entry = SuiteModelSchema.parse({
      ...{ adapter: 'http', id: 'dear', version: '1', url: vendor.url, concurrency: 24 },
      price: { of: '2026-11-01', perCall: 1 },
    });
    await cloud.registerModels([entry]);
    const run = await cloud.order(`operator.${'e'.repeat(20)}`, ['dear']);
    await cloud.change(run, { maxCostDkk: caseCount });
    const told = { ...cloud.env, [env.egressAllow]: new URL(vendor.url).origin };
    const invoke = (name: HandlerName, event: object) =>
      bundles.invoke(name, event, { env: ownEnvironment(name, told) });
    await invoke('plan', { run });
    // What it was estimated to cost would not be refused under way.
    await cloud.change(run, { maxCostDkk: caseCount / 2 });
    const shards = ['00001', '00002', '00003'];
    await Promise.all(shards.map((shard) => invoke('screen-vendor', { run, at: 0, shard })));
    await expect(invoke('collect', { run })).rejects.toMatchObject({ name: 'SpendingLimitError' });
    expect(vendor.asked.size).toBeLessThanOrEqual(caseCount / 2 + 3 * 8);
    expect(vendor.asked.size).toBeGreaterThanOrEqual(caseCount / 2 - 3 * 8);
  } finally {
    await cloud.close();
  }
});

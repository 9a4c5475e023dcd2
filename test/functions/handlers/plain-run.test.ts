import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { env } from '../../../functions/cloud-names.ts';
import { type Cloud, startCloud } from '../../support/cloud.ts';
import { runHere, textsOf, writeData } from '../../support/cloud-run.ts';
import { startCountingVendor } from '../../support/counting-vendor.ts';
import { bundleHandlers, type HandlerBundles } from '../../support/handler-bundles.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

let cloud: Cloud;
let bundles: HandlerBundles;
beforeAll(async () => {
  [cloud, bundles] = await Promise.all([
    startCloud(),
    bundleHandlers([
      'plan',
      'screen-built-in',
      'screen-vendor',
      'screen-in-house',
      'collect',
      'score',
      'report',
      'sign',
      'settle',
    ]),
  ]);
}, 60_000);
afterAll(() => Promise.all([cloud.close(), bundles.close()]));

describe('a run of the handlers, one after the other', () => {
  it('leaves what a run on one machine leaves', { timeout: 120_000 }, async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const data = join(temporary.folder, 'data');
    await writeData(data);
    await cloud.register(data);
    const entries = [
      { adapter: 'checklist' },
      { adapter: 'http', id: 'vendor', version: '1', url: vendor.url },
    ].map((entry) => SuiteModelSchema.parse(entry));
    const run = await cloud.order(`operator.${'1'.repeat(20)}`, entries);
    const own = { ...cloud.env, [env.egressAllow]: new URL(vendor.url).origin };
    const plan = (await bundles.invoke('plan', { run }, { env: own })).answer as {
      models: { at: number; kind: string; items: string }[];
    };
    const names = {
      builtIn: 'screen-built-in',
      vendor: 'screen-vendor',
      inHouse: 'screen-in-house',
    } as const;
    for (const { at, kind } of plan.models)
      for (const shard of ['00001', '00002', '00003'])
        await bundles.invoke(names[kind as 'vendor'], { run, at, shard }, { env: own });
    for (const name of ['collect', 'score', 'report', 'sign'] as const)
      await bundles.invoke(name, { run }, { env: own });
    await bundles.invoke('settle', { run, state: 'done' }, { env: own });
    const here = await runHere(temporary.folder, entries, {});
    const parts = ['screenings/', 'scores/', 'result.json'];
    const there = await textsOf(cloud.storeOf(run), parts);
    expect(Object.keys(there).length).toBeGreaterThan(8);
    expect(there).toEqual(await textsOf(here.store, parts));
    expect(await cloud.jobOf(run)).toMatchObject({ state: 'done', place: `runs/${run}` });
  });
});

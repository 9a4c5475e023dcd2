import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { OperationSchema } from '../../../evals/artifacts.ts';
import { CheckInSchema } from '../../../evals/check-in/check-in.ts';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { createS3Store } from '../../../functions/adapters/s3/create-s3-store.ts';
import { CloudOrderSchema, workKeys } from '../../../functions/cloud/run-order.ts';
import { env, type HandlerName } from '../../../functions/cloud-names.ts';
import { type Cloud, datasetPlace, startCloud } from '../../support/cloud.ts';
import { textsOf, writeData } from '../../support/cloud-run.ts';
import { type CountingVendor, startCountingVendor } from '../../support/counting-vendor.ts';
import { type HandlerBundles, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { ownEnvironment } from '../../support/own-environment.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const key = 'clusters/klynge.yaml';
const at = '2026-10-01T05:00:00Z';
const questions = 20;
const OrderSchema = z.object({
  month: z.string(),
  runs: z.array(z.object({ run: z.string(), name: z.string() })),
});

let cloud: Cloud;
let bundles: HandlerBundles;
let vendor: CountingVendor;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
const failing = new Set<string>();
beforeAll(async () => {
  bundles = openBundles();
  vendor = await startCountingVendor({ refused: failing });
  [cloud, place] = await Promise.all([startCloud(), temporaryFolder()]);
  await writeData(join(place.folder, 'data'));
  await cloud.register(join(place.folder, 'data'));
  await cloud.registerModels([SuiteModelSchema.parse(modelOf('1'))]);
}, 60_000);
afterAll(async () => {
  bundles[Symbol.dispose]();
  await Promise.all([cloud.close(), vendor[Symbol.asyncDispose](), place[Symbol.asyncDispose]()]);
});

const modelOf = (version: string, changes: object = {}) => ({
  ...{ adapter: 'http', id: 'vendor', version, url: vendor.url, concurrency: 4, ...changes },
});
/** Retires the model, and registers it anew. */
async function registerAgain(entry: object): Promise<{ models: object[] }> {
  const { version } = (await cloud.registry.read('models', 'vendor'))!;
  await cloud.registry.remove('models', 'vendor', version);
  await cloud.registerModels([SuiteModelSchema.parse(entry)]);
  return { models: [entry] };
}
const bucket = (name: string) => createS3Store({ client: cloud.s3.client(), bucket: name });
const clusterOf = (folder: string, changes: object = {}) =>
  JSON.stringify({
    ...{ id: 'klynge', members: [{ id: 'Nordby', name: 'Nordby Kommune' }], models: [modelOf('1')] },
    ...{ datasets: [{ folder, split: 'practice' }], schedule: '0 7 1 * *', timezone: 'Europe/Copenhagen' },
    ...changes,
  });
const invoke = async (name: HandlerName, event: object) => {
  const told = { ...cloud.env, [env.egressAllow]: new URL(vendor.url).origin };
  return (await bundles.invoke(name, event, { env: ownEnvironment(name, told) })).answer;
};

async function order(changes: object = {}, asked: object = {}) {
  await bucket('cases').write(key, clusterOf(`../${datasetPlace}`, changes));
  return OrderSchema.parse(
    await invoke('check-in', { step: 'order', asked: { cluster: key, at, ...asked } }),
  );
}

/** What the state machine does with what is ordered. @returns the month's record */
async function finish({ month, runs }: z.output<typeof OrderSchema>) {
  for (const { run } of runs) {
    await ask(run);
    for (const name of ['score', 'report', 'sign'] as const) await invoke(name, { run });
    await invoke('settle', { run, state: 'done' });
  }
  const reported = await invoke('check-in', { step: 'report', cluster: key, month, runs });
  const { place: checkIn } = z.object({ place: z.string() }).parse(reported);
  await invoke('sign', { checkIn });
  const bytes = await bucket('results').read(`${checkIn}check-in.json`);
  return CheckInSchema.parse(JSON.parse(new TextDecoder().decode(bytes!)));
}

async function ask(run: string): Promise<void> {
  await invoke('plan', { run });
  await invoke('screen-vendor', { run, at: 0, shard: '00001' });
  await invoke('collect', { run });
}

/** The same month by `maalestok check-in`. @returns its tables */
async function tablesHere(...flags: string[]): Promise<Record<string, string>> {
  const cluster = join(place.folder, 'klynge.yaml');
  await writeFile(cluster, clusterOf('data'));
  const out = join(place.folder, 'here');
  const args = ['check-in', '--cluster', cluster, '--month', '2026-10', '--out', out, '--allow-private'];
  const done = await runCli([...args, ...flags]);
  expect(done.code, done.stderr).toBe(0);
  const folder = join(out, 'klynge/2026-10/tables');
  const files = (await readdir(folder)).map(async (name) => [
    `tables/${name}`,
    await readFile(join(folder, name), 'latin1'),
  ]);
  return Object.fromEntries(await Promise.all(files));
}
const tablesThere = async () => {
  const folder = 'check-ins/klynge/2026-10/';
  const texts = await textsOf(bucket('results'), [`${folder}tables/`]);
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name.slice(folder.length), text]));
};
const asked = () => [...vendor.asked.values()];

/** Each test goes on where the one before it stopped. */
describe('a check-in that is started again', { timeout: 120_000 }, () => {
  it('asks failed questions once more where it is told to, and tells what `maalestok check-in --retry-failed` tells', async () => {
    failing.add('p0003').add('p0011');
    const before = await tablesHere();
    vendor.asked.clear();
    const first = await order();
    const counts = ({ datasets: [own] }: Awaited<ReturnType<typeof finish>>) => own!.models[0]!.counts;
    expect(counts(await finish(first))).toMatchObject({ planned: questions, failed: 2 });
    expect(await tablesThere()).toEqual(before);

    // Started again without being told to, it asks nothing.
    failing.clear();
    expect(counts(await finish(await order()))).toMatchObject({ failed: 2 });
    expect(asked()).toEqual(Array(questions).fill(1));

    const again = await order({}, { retryFailed: true });
    const { run } = first.runs[0]!;
    expect(again.runs).toEqual([{ run, name: `${run}-3` }]);
    expect(await cloud.jobOf(run)).toMatchObject({ state: 'queued', retryFailed: true });
    // Its answer may be lost: it finds its own order.
    expect(await order({}, { retryFailed: true })).toEqual(again);
    expect(counts(await finish(again))).toMatchObject({ planned: questions, answered: questions });
    expect(asked().filter((times) => times > 1)).toEqual([2, 2]);
    expect(await tablesThere()).not.toEqual(before);
    expect(await tablesThere()).toEqual(await tablesHere('--retry-failed'));
  });

  it('does not ask them again of a run that is under way', async () => {
    const { runs } = await order();
    await cloud.change(runs[0]!.run, { state: 'running' });
    await expect(order({}, { retryFailed: true })).rejects.toThrow(
      /retryFailed: run \S+, which is running, expected runs that have ended/u,
    );
    await cloud.change(runs[0]!.run, { state: 'done' });
  });

  it('has another run a data set where the cluster’s models are others, and none that is measured by two lists', async () => {
    const first = (await order()).runs[0]!.run;
    const before = await cloud.storeOf(first).read('result.json');
    vendor.asked.clear();
    const second = await registerAgain(modelOf('2'));
    const ordered = await order(second);
    const { run } = ordered.runs[0]!;
    expect(run).not.toBe(first);
    expect(ordered.runs).toEqual([{ run, name: `${run}-1` }]);
    // No limit is kept; what the other run spent would count towards one.
    expect(await cloud.jobOf(run)).toMatchObject({ limitSharedWith: [first], maxCostDkk: null });

    // While it is asked, the first list is not gone back to.
    await registerAgain(modelOf('1'));
    await expect(order()).rejects.toThrow(
      /field models: others than those of run \S+ of the same month, which is queued.*Cancel it/su,
    );
    expect(await cloud.jobOf(first)).toMatchObject({ state: 'done' });
    await registerAgain(modelOf('2'));

    const { datasets } = await finish(ordered);
    expect(datasets.map((own) => [own.run, own.models.map(({ model }) => model.version)])).toEqual([
      [`../../../runs/${run}`, ['2']],
    ]);
    expect(asked()).toEqual(Array(questions).fill(1));
    // What was measured of the other list lies where it lay.
    expect(await cloud.storeOf(first).read('result.json')).toEqual(before);
    // The next month compares with what the month's report tells of.
    const november = await finish(await order(second, { at: '2026-11-01T06:00:00Z' }));
    expect(november).toMatchObject({ previous: '2026-10', datasets: [{ trend: expect.any(Array) }] });
    expect(november.datasets[0]!.since).not.toBeNull();

    await registerAgain(modelOf('1'));
    expect((await order()).runs[0]!.run).toBe(first);
  });

  it('goes on with its run where only how much is asked at once, or what it costs, is told otherwise', async () => {
    const [{ run }] = (await order()).runs as [{ run: string; name: string }];
    vendor.asked.clear();
    const dearer = modelOf('1', { concurrency: 2, price: { of: '2026-11-01', perCall: 2 } });
    const again = await order({ ...(await registerAgain(dearer)), maxCostDkk: 100 });
    expect(again.runs[0]!.run).toBe(run);
    await finish(again);
    expect(asked()).toEqual([]);
    const modelsOf = async () =>
      CloudOrderSchema.parse(
        JSON.parse(new TextDecoder().decode((await cloud.storeOf(run).read(workKeys.order))!)),
      ).models;
    expect(await modelsOf()).toMatchObject([{ entry: { concurrency: 2, price: { perCall: 2 } } }]);
    // Of a model that is another nothing is taken up.
    const before = await modelsOf();
    await registerAgain(modelOf('9', { price: { of: '2026-11-01', perCall: 3 } }));
    await invoke('plan', { run });
    expect(await modelsOf()).toEqual(before);
  });

  it('goes on after an answer that told no cost, once the model has a price a call', async () => {
    const cluster = { id: 'anden', maxCostDkk: 100 };
    // Of calls longer than it holds for, nothing is known.
    const short = { of: '2026-11-01', inputPerMillion: 1, upToInputTokens: 1 };
    const first = await order({ ...cluster, ...(await registerAgain(modelOf('3', { price: short }))) });
    const { run } = first.runs[0]!;
    vendor.asked.clear();
    await expect(ask(run)).rejects.toThrow(/an answer of .*vendor.* tells neither its tokens nor its cost/u);
    const before = vendor.asked.size;
    expect(before).toBeLessThan(questions);
    await cloud.change(run, { state: 'failed' });
    // Started again as it was, it would stop as it did.
    const perCall = { of: '2026-11-01', perCall: 1 };
    const again = await order({ ...cluster, ...(await registerAgain(modelOf('3', { price: perCall }))) });
    expect(again.runs).toEqual([{ run, name: `${run}-2` }]);
    expect((await finish(again)).datasets[0]!.models[0]!.counts).toMatchObject({ answered: questions });
    expect(asked()).toEqual(Array(questions).fill(1));
    const { 'operation.json': operation } = await textsOf(cloud.storeOf(run), ['operation.json']);
    expect(OperationSchema.parse(JSON.parse(operation!)).models).toMatchObject([
      { calls: questions, pricedCalls: questions - before, costDkk: questions - before },
    ]);
  });

  it('asks nothing that roles, policies, keys and the network in the templates do not give', () => {
    expect(refusedByTemplates(cloud.asked())).toEqual([]);
  });
});

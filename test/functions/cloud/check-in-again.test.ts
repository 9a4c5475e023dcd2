import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CheckInSchema } from '../../../evals/check-in/check-in.ts';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { createS3Store } from '../../../functions/adapters/s3/create-s3-store.ts';
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

const modelOf = (version: string) => ({
  ...{ adapter: 'http', id: 'vendor', version, url: vendor.url, concurrency: 4 },
});
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
    await invoke('plan', { run });
    await invoke('screen-vendor', { run, at: 0, shard: '00001' });
    for (const name of ['collect', 'score', 'report', 'sign'] as const) await invoke(name, { run });
    await invoke('settle', { run, state: 'done' });
  }
  await invoke('check-in', { step: 'report', cluster: key, month, runs });
  await invoke('sign', { checkIn: `check-ins/klynge/${month}/` });
  return recordOf(month);
}

async function recordOf(month: string) {
  const bytes = await bucket('results').read(`check-ins/klynge/${month}/check-in.json`);
  return CheckInSchema.parse(JSON.parse(new TextDecoder().decode(bytes!)));
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

  it('asks nothing that roles, policies, keys and the network in the templates do not give', () => {
    expect(refusedByTemplates(cloud.asked())).toEqual([]);
  });
});

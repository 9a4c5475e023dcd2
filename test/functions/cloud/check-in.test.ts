import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';
import { createS3Store } from '../../../functions/adapters/s3/create-s3-store.ts';
import { type Cloud, datasetPlace, startCloud } from '../../support/cloud.ts';
import { writeData } from '../../support/cloud-run.ts';
import { type HandlerBundles, openBundles } from '../../support/handler-bundles.ts';
import { refusedByTemplates } from '../../support/judge-asked.ts';
import { runCli } from '../../support/run-cli.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';
import { unusedGrants } from '../../support/unused-grants.ts';

const OrderSchema = z.object({
  month: z.string(),
  runs: z.array(z.object({ run: z.string(), name: z.string() })),
});
const PlanSchema = z.looseObject({ models: z.array(z.looseObject({ at: z.int() })) });

const key = 'clusters/klynge.yaml';
const clusterOf = (folder: string, changes: object = {}) =>
  JSON.stringify({
    id: 'klynge',
    members: [{ id: 'Nordby', name: 'Nordby Kommune' }],
    datasets: [{ folder, split: 'test' }],
    models: [{ adapter: 'checklist' }, { adapter: 'silent' }],
    schedule: '0 7 1 * *',
    timezone: 'Europe/Copenhagen',
    gates: [{ measure: 'defectF1', min: 0.5 }],
    decisionsFile: 'decisions.yaml',
    ...changes,
  });
const decisions = '- {date: 2026-09-12, code: A1, decision: "Vi beder om tegningen.", by: "Klyngen"}\n';

let cloud: Cloud;
let bundles: HandlerBundles;
let place: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  bundles = openBundles();
  [cloud, place] = await Promise.all([startCloud(), temporaryFolder()]);
  await writeData(join(place.folder, 'data'));
  await cloud.register(join(place.folder, 'data'));
  await cloud.registerModels(
    [{ adapter: 'checklist' }, { adapter: 'silent' }].map((entry) => SuiteModelSchema.parse(entry)),
  );
  await bucket('cases').write(key, clusterOf(`../${datasetPlace}`));
  await bucket('cases').write('clusters/decisions.yaml', decisions);
  await writeFile(join(place.folder, 'klynge.yaml'), clusterOf('data'));
  await writeFile(join(place.folder, 'decisions.yaml'), decisions);
}, 60_000);
afterAll(async () => {
  await cloud.close();
  bundles[Symbol.dispose]();
  await place[Symbol.asyncDispose]();
});

const bucket = (name: string) => createS3Store({ client: cloud.s3.client(), bucket: name });
/** By its name services know who asks. */
const invoke = async (name: Parameters<HandlerBundles['invoke']>[0], event: object) =>
  (await bundles.invoke(name, event, { env: { ...cloud.env, AWS_ACCESS_KEY_ID: name } })).answer;
const order = async (at: string, cluster = key) =>
  OrderSchema.parse(await invoke('check-in', { step: 'order', asked: { cluster, at } }));

/** What the state machine does between order and report. */
async function evaluate(run: string): Promise<void> {
  const { models } = PlanSchema.parse(await invoke('plan', { run }));
  for (const { at } of models)
    for (const shard of ['00001', '00002', '00003']) await invoke('screen-built-in', { run, at, shard });
  for (const name of ['collect', 'score', 'report', 'sign'] as const) await invoke(name, { run });
  await invoke('settle', { run, state: 'done' });
}

/** A month in the cloud, from its schedule to its signature. @returns its files by name, written to a folder, too */
async function checkInThere(at: string): Promise<{ files: Record<string, string>; folder: string }> {
  const { month, runs } = await order(at);
  for (const { run } of runs) await evaluate(run);
  const reported = z
    .object({ place: z.string() })
    .parse(await invoke('check-in', { step: 'report', cluster: key, month, runs }));
  expect(reported.place).toBe(`check-ins/klynge/${month}/`);
  await invoke('print', { checkIn: reported.place });
  await invoke('sign', { checkIn: reported.place });
  const folder = join(place.folder, 'there', month);
  const files: Record<string, string> = {};
  for (const each of await bucket('results').list(reported.place)) {
    const bytes = (await bucket('results').read(each))!;
    const name = each.slice(reported.place.length);
    files[name] = Buffer.from(bytes).toString('utf8');
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), bytes);
  }
  return { files, folder };
}

/** The same month by `maalestok check-in`. @returns its tables by name */
async function tablesHere(month: string): Promise<Record<string, string>> {
  const out = join(place.folder, 'here');
  const cluster = join(place.folder, 'klynge.yaml');
  const done = await runCli(['check-in', '--cluster', cluster, '--month', month, '--out', out]);
  expect(done.code, done.stderr).toBe(0);
  const home = join(out, 'klynge', month);
  const folder = join(home, 'tables');
  const names = await readdir(folder);
  const tables = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [`tables/${name}`, await readFile(join(folder, name), 'utf8')] as const),
    ),
  );
  return { ...tables, 'cases.jsonl': await readFile(join(home, 'cases.jsonl'), 'utf8') };
}

const tablesOf = (files: Record<string, string>) =>
  Object.fromEntries(Object.entries(files).filter(([name]) => /^tables\/|^cases\.jsonl$/u.test(name)));

/** Each test goes on where the one before it stopped. */
describe('a check-in of the handlers', { timeout: 300_000 }, () => {
  it('orders a run a data set for the month where the cluster is, and goes on with it when asked again', async () => {
    const first = await order('2026-09-30T22:30:00Z');
    expect(first).toMatchObject({ month: '2026-10', runs: [{ name: `${first.runs[0]!.run}-1` }] });
    // A schedule may come twice: by the same name Step Functions starts nothing twice.
    expect(await Promise.all([order('2026-10-01T05:00:00Z'), order('2026-10-01T05:00:00Z')])).toEqual([
      first,
      first,
    ]);
    await cloud.change(first.runs[0]!.run, { state: 'failed', failure: 'x' });
    const again = await order('2026-10-01T05:00:00Z');
    expect(again.runs).toEqual([{ run: first.runs[0]!.run, name: `${first.runs[0]!.run}-2` }]);
    expect(await cloud.jobOf(first.runs[0]!.run)).toMatchObject({
      ...{ owner: 'operator', state: 'queued', starts: 2, models: ['checklist', 'silent'], publish: false },
      note: 'Check-in klynge 2026-10',
    });
  });

  it('says what `maalestok check-in` says, month after month, and is genuine', async () => {
    const october = await checkInThere('2026-10-01T05:00:00Z');
    expect(Object.keys(october.files)).toEqual(
      expect.arrayContaining([
        'cases.jsonl',
        'check-in.html',
        'check-in.json',
        'check-in.md',
        'check-in.pdf',
        'check-in.sig.json',
        'check-in.xlsx',
      ]),
    );
    expect(tablesOf(october.files)).toEqual(await tablesHere('2026-10'));
    expect(october.files['check-in.html']).toContain('Vi beder om tegningen.');
    const verified = await runCli(['verify', october.folder]);
    expect(verified.code, verified.stdout + verified.stderr).toBe(0);
    // The PDF is signed as well.
    await writeFile(join(october.folder, 'check-in.pdf'), '%PDF-1.4 another');
    expect((await runCli(['verify', october.folder])).code).toBe(1);
    const november = await checkInThere('2026-11-01T06:00:00Z');
    expect(JSON.parse(november.files['check-in.json']!)).toMatchObject({
      month: '2026-11',
      previous: '2026-10',
    });
    const tables = tablesOf(november.files);
    expect(tables).toEqual(await tablesHere('2026-11'));
    expect(Object.keys(tables)).toContain('tables/changes.csv');
  });

  it.each([
    [{ models: [{ adapter: 'nearest-case' }] }, /models\[0\].*not registered/su],
    [{ models: [{ adapter: 'silent', id: 'checklist' }] }, /registered otherwise/u],
    [{ datasets: [{ folder: '../datasets/operator/other' }] }, /registered data set/u],
    [{ datasets: [{ folder: '../../runs' }] }, /registered data set/u],
    [{ datasets: [{ folder: `../${datasetPlace}`, split: 'sealed' }] }, /with this split/u],
  ])('orders nothing that is not registered as the cluster means it: %j', async (changes, expected) => {
    await bucket('cases').write('clusters/wrong.yaml', clusterOf(`../${datasetPlace}`, changes));
    const before = await cloud.registry.list('runs', { limit: 99 });
    await expect(order('2026-12-01T06:00:00Z', 'clusters/wrong.yaml')).rejects.toThrow(expected);
    expect(await cloud.registry.list('runs', { limit: 99 })).toEqual(before);
  });

  it('is signed at its own place alone', async () => {
    for (const checkIn of ['runs/x/', 'check-ins/../runs/', 'check-ins/klynge/2026-10'])
      await expect(invoke('sign', { checkIn })).rejects.toThrow(/expected|InputError/u);
  });

  it('asks nothing that roles, policies, keys and the network in the templates do not give', () => {
    const asked = cloud.asked();
    const ofCheckIn = asked.filter(({ by }) => by === 'check-in').map(({ action }) => action);
    expect(ofCheckIn).toEqual(expect.arrayContaining(['s3:GetObject', 's3:PutObject', 'dynamodb:PutItem']));
    expect(refusedByTemplates(asked)).toEqual([]);
    // What shows where something is absent or large is not asked for here.
    const hidden = /AbortMultipart|ListBucket|^kms:/u;
    expect(unusedGrants('check-in', asked).filter((grant) => !hidden.test(grant))).toEqual([]);
  });
});

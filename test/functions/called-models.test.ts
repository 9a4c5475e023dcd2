import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Call, CallSchema, OperationSchema, type Result } from '../../evals/artifacts.ts';
import { type CountingVendor, startCountingVendor } from '../support/counting-vendor.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const ids = Array.from({ length: 40 }, (_, index) => `c${String(index).padStart(2, '0')}`);

/** A suite of models called over HTTP, on 40 cases. */
async function prepare(folder: string, models: Record<string, { vendor: CountingVendor; more?: string }>) {
  const labels = ids.map((id, at) => smallLabel(id, at % 3 === 0 ? [] : ['x1']));
  await writeSmallDataset(join(folder, 'data'), { test: { cases: ids.map((id) => smallCase(id)), labels } });
  const entries = Object.entries(models).map(
    ([id, { vendor, more = '' }]) =>
      `  - {adapter: http, id: ${id}, version: '1', url: '${vendor.url}', concurrency: 4${more}}`,
  );
  const head =
    'schema: maalestok.suite.v1\nid: called\ntitleDa: Kaldt\ntitleEn: Called\ndataset: data\nshardSize: 7';
  await writeFile(join(folder, 'suite.yaml'), `${head}\nmodels:\n${entries.join('\n')}\n`);
  const run = async (out: string, ...flags: string[]) => {
    const done = await runCli([
      ...['run', '--suite', join(folder, 'suite.yaml'), '--out', join(folder, out), '--allow-private'],
      ...flags,
    ]);
    const [name] = await readdir(join(folder, out));
    const root = join(folder, out, name!);
    const read = (path: string) => readFile(join(root, path), 'utf8');
    return { ...done, read };
  };
  return run;
}

type Ran = Awaited<ReturnType<Awaited<ReturnType<typeof prepare>>>>;

async function callsOf({ read }: Ran, model: string): Promise<Call[]> {
  const lines = (await read(`calls/${model}.jsonl`)).trimEnd().split('\n');
  return lines.map((line) => CallSchema.parse(JSON.parse(line)));
}

async function countsOf({ read }: Ran) {
  return (JSON.parse(await read('result.json')) as Result).models[0]!.counts;
}

describe('models that are called', () => {
  it('do not wait for one another: one that answers nothing yet holds up no other', async () => {
    await using temporary = await temporaryFolder();
    await using fast = await startCountingVendor();
    // The slow one gives its first answer when the fast one has been asked everything.
    await using slow = await startCountingVendor({ until: fast.afterRequests(ids.length) });
    const run = await prepare(temporary.folder, { slow: { vendor: slow }, fast: { vendor: fast } });
    expect(await run('runs')).toMatchObject({ code: 0 });
    expect([fast.asked.size, slow.asked.size]).toEqual([40, 40]);
  });

  it('cost no more than --max-cost: the run stops with all answers safe, and goes on from there', async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const price = ', price: {of: 2026-11-01, perCall: 1.5}';
    const run = await prepare(temporary.folder, { paid: { vendor, more: price } });
    const stopped = await run('runs', '--max-cost', '18,50');
    expect(stopped).toMatchObject({ code: 3, stdout: '' });
    expect(stopped.stderr).toContain('Stopped by --max-cost: about 18.00 DKK are spent');
    expect(vendor.asked.size).toBe(12);
    const calls = await callsOf(stopped, 'paid');
    expect(calls.map(({ costDkk }) => costDkk)).toEqual(Array(12).fill(1.5));
    const done = await run('runs', '--max-cost', '60');
    expect(done).toMatchObject({ code: 0 });
    expect([...vendor.asked.values()]).toEqual(Array(40).fill(1));
    const operation = OperationSchema.parse(JSON.parse(await done.read('operation.json')));
    expect(operation.models[0]).toMatchObject({ costDkk: 60, costPerCaseDkk: 1.5, pricesOf: '2026-11-01' });
  });

  it('count towards --max-cost where they failed, as the dearest, also when the run is gone on with', async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor({ refused: new Set(['c03', 'c04', 'c05', 'c06']) });
    const price = ', price: {of: 2026-11-01, perCall: 1.5}';
    const run = await prepare(temporary.folder, { paid: { vendor, more: price } });
    for (let start = 0; start < 3; start += 1) {
      const stopped = await run('runs', '--max-cost', '18');
      expect(stopped.stderr).toContain('Stopped by --max-cost: about 18.00 DKK are spent');
      expect(vendor.asked.size).toBe(12);
    }
    const done = await run('runs', '--max-cost', '60');
    expect([done.code, vendor.asked.size]).toEqual([0, 40]);
    // What is told of the run is what is known.
    const operation = OperationSchema.parse(JSON.parse(await done.read('operation.json')));
    expect(operation.models[0]).toMatchObject({ pricedCalls: 36, costDkk: 54, costPerCaseDkk: 1.5 });
  });

  it('need a price where the cost is limited', async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const run = await prepare(temporary.folder, { free: { vendor } });
    const refused = await runCli([
      ...['run', '--suite', join(temporary.folder, 'suite.yaml'), '--out', join(temporary.folder, 'runs')],
      ...['--allow-private', '--max-cost', '10'],
    ]);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('no price of "free"');
    expect(vendor.asked.size).toBe(0);
    expect(await run('runs')).toMatchObject({ code: 0 });
  });

  it('are asked again where they failed, when told to, and nowhere else', async () => {
    await using temporary = await temporaryFolder();
    const refused = new Set(['c03', 'c17', 'c39']);
    await using vendor = await startCountingVendor({ refused });
    const run = await prepare(temporary.folder, { model: { vendor } });
    expect(await countsOf(await run('runs'))).toMatchObject({ planned: 40, answered: 37, failed: 3 });
    refused.clear();
    expect(await countsOf(await run('runs'))).toMatchObject({ answered: 37, failed: 3 });
    const again = await run('runs', '--retry-failed');
    expect(await countsOf(again)).toMatchObject({ planned: 40, answered: 40, failed: 0 });
    expect([...vendor.asked.values()].filter((times) => times > 1)).toEqual([2, 2, 2]);
    expect(await callsOf(again, 'model')).toHaveLength(43);
  });

  it('are asked anew where other lists are shown beside the case, and nothing where the cache has no place', async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const cache = ['--cache', join(temporary.folder, 'cache')];
    const shown = await prepare(temporary.folder, { model: { vendor } });
    await shown('one', ...cache);
    const suite = join(temporary.folder, 'suite.yaml');
    const hidden = 'protocol: {shown: {taxonomy: false, catalogue: false}}';
    await writeFile(suite, `${await readFile(suite, 'utf8')}${hidden}\n`);
    await shown('two', ...cache);
    expect([...vendor.asked.values()]).toEqual(Array(80).fill(1));
    const file = join(temporary.folder, 'file');
    await writeFile(file, '');
    const refused = await runCli(['run', '--suite', suite, '--out', temporary.folder, '--cache', file]);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain(`--cache: "${file}", which is no folder`);
  });

  it('never pass for a baseline', async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor();
    await prepare(temporary.folder, { model: { vendor, more: ', kind: baseline' } });
    const suite = join(temporary.folder, 'suite.yaml');
    const refused = await runCli(['run', '--suite', suite, '--out', temporary.folder, '--allow-private']);
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('kind: "baseline", expected');
    expect(vendor.asked.size).toBe(0);
  });

  it('are not asked what the cache knows', async () => {
    await using temporary = await temporaryFolder();
    await using vendor = await startCountingVendor();
    const run = await prepare(temporary.folder, { model: { vendor } });
    const cache = ['--cache', join(temporary.folder, 'cache')];
    const first = await run('one', ...cache);
    const second = await run('two', ...cache);
    expect([...vendor.asked.values()]).toEqual(Array(40).fill(1));
    expect(await second.read('result.json')).toBe(await first.read('result.json'));
    expect((await callsOf(second, 'model')).every(({ cached }) => cached)).toBe(true);
  });
});

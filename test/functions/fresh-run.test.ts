import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CountingVendor, startCountingVendor } from '../support/counting-vendor.ts';
import { runCli } from '../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../support/small-dataset.ts';

const cases = 40;
const concurrency = 2;

/** A folder of runs, and what one `run` does in it. */
async function prepare(folder: string, vendor: CountingVendor) {
  const ids = Array.from({ length: cases }, (_, index) => `c${String(index).padStart(2, '0')}`);
  await writeSmallDataset(join(folder, 'data'), {
    test: { cases: ids.map((id) => smallCase(id)), labels: ids.map((id) => smallLabel(id, [])) },
  });
  const suite = join(folder, 'suite.yaml');
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: fresh
titleDa: Ny
titleEn: Fresh
dataset: data
shardSize: 10
models:
  - {adapter: http, id: vendor, version: '1', url: '${vendor.url}', concurrency: ${concurrency}}
`,
  );
  const out = join(folder, 'runs');
  const calls = () => [...vendor.asked.values()].reduce((sum, times) => sum + times, 0);
  return {
    /** Runs, and says how often the vendor was asked and which folders there are. */
    async run(flags: string[], kill = false) {
      const before = calls();
      const options = kill ? { killWhen: vendor.afterRequests(15) } : {};
      const args = ['run', '--suite', suite, '--out', out, '--allow-private', ...flags];
      const { code, stderr } = await runCli(args, options);
      const goesOn = /Going on with .*fresh-[0-9a-f]{12}(-\d+)?, which was not finished/u.exec(stderr);
      const folders = (await readdir(out)).map((name) => name.replace(/^fresh-[0-9a-f]{12}/u, '')).sort();
      return { code, asked: calls() - before, goesOn: goesOn && (goesOn[1] ?? ''), folders };
    },
    async path(suffix: string) {
      const name = (await readdir(out)).find((each) => each.replace(/^fresh-[0-9a-f]{12}/u, '') === suffix);
      return join(out, name!);
    },
  };
}

/** Answers of the killed run are not asked for again, but for those in flight. */
const rest = { from: cases - 15, to: cases - 15 + concurrency + 1 };

it('--fresh begins anew beside what is finished, and goes on with what is not, the first as any other', {
  timeout: 120_000,
}, async () => {
  await using temporary = await temporaryFolder();
  await using vendor = await startCountingVendor({ delayMs: 4 });
  const { run, path } = await prepare(temporary.folder, vendor);

  expect(await run(['--fresh'], true)).toMatchObject({ code: null, folders: [''] });
  const first = await run(['--fresh']);
  expect(first).toMatchObject({ code: 0, goesOn: '', folders: [''] });
  expect(first.asked).toBeGreaterThanOrEqual(rest.from);
  expect(first.asked).toBeLessThanOrEqual(rest.to);

  expect(await run(['--fresh'], true)).toMatchObject({ code: null, goesOn: null, folders: ['', '-2'] });
  const second = await run(['--fresh']);
  expect(second).toMatchObject({ code: 0, goesOn: '-2', folders: ['', '-2'] });
  expect(second.asked).toBeLessThanOrEqual(rest.to);

  const third = await run(['--fresh']);
  expect(third).toEqual({ code: 0, asked: cases, goesOn: null, folders: ['', '-2', '-3'] });

  // Killed while the report was written: all is asked, and nothing is asked again.
  await rm(join(await path('-3'), 'report/result.json'));
  expect(await run(['--fresh'])).toEqual({ code: 0, asked: 0, goesOn: '-3', folders: ['', '-2', '-3'] });
  expect(JSON.parse(await readFile(join(await path('-3'), 'report/result.json'), 'utf8'))).toMatchObject({
    runId: expect.stringMatching(/-3$/u),
  });

  // Killed before the report was signed: the same.
  await rm(join(await path('-3'), 'report/result.sig.json'));
  expect(await run(['--fresh'])).toMatchObject({ code: 0, asked: 0, goesOn: '-3' });

  // An older one that is not finished does not keep a fresh one from beginning; without --fresh it goes on.
  await rm(join(await path(''), 'result.json'));
  expect(await run(['--fresh'])).toMatchObject({
    asked: cases,
    goesOn: null,
    folders: ['', '-2', '-3', '-4'],
  });
  expect(await run([])).toMatchObject({ code: 0, asked: 0, folders: ['', '-2', '-3', '-4'] });
});

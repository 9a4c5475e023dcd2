import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type CliResult, runCli } from './run-cli.ts';
import { toLines, writeSmallDataset } from './small-dataset.ts';
import { openSmallRuns, smallAnswers, smallSplit } from './small-runs.ts';

/** Names that a hostile vendor may choose; an id cannot hold what HTML reads as markup. */
export const hostileVendor = '<script>globalThis.broken = true</script>"onfocus="x" \u202Egnisrev =1+1';
export const hostileModel = `Æ.model:${'x'.repeat(100)}`;

/**
 * Two runs on one key (`god` and `anden`; a hostile one and the silent), and one on another key, with the way to publish
 * and build as a user would.
 */
export async function openPublishing() {
  const runs = await openSmallRuns();
  const { folder } = runs;
  await writeFile(join(folder, 'fjendsk.jsonl'), toLines(smallAnswers(hostileModel, false).slice(2)));
  const one = await runs.measure('en', { models: ['god', 'anden', 'silent'] });
  const hostile = await measureHostile(folder);
  const other = await runs.measure('anden-noegle', { models: ['god', 'silent'], split: 'validation' });
  const consent = async (
    models: readonly string[],
    withdrawn: Record<string, string> = {},
    date = '2026-10-01',
  ) => {
    const file = join(folder, 'consent.yaml');
    const entries = models.map(
      (model) =>
        `  - {model: "${model}", by: "Eksempel A/S", date: ${date}${withdrawn[model] === undefined ? '' : `, withdrawn: ${withdrawn[model]}`}}`,
    );
    await writeFile(file, `schema: maalestok.consent.v1\nconsents:\n${entries.join('\n')}\n`);
    return file;
  };
  const pub = join(folder, 'pub');
  const site = join(folder, 'site');
  return {
    folder,
    pub,
    site,
    one,
    hostile,
    other,
    consent,
    /** A run on a practice split. */
    practice: async () => {
      await writeSmallDataset(join(folder, 'oeve'), { practice: smallSplit('') });
      return runs.measure('oevelse', { models: ['silent'], dataset: 'oeve', split: 'practice' });
    },
    /** A run of a later version of `anden`, with other answers. */
    later: async () => {
      const answers = smallAnswers('anden', true).slice(4);
      const lines = answers.map((answer) => ({ ...answer, model: { id: 'anden', version: '2' } }));
      await writeFile(join(folder, 'anden-2.jsonl'), toLines(lines));
      return runs.measure('senere', { models: ['anden'], screenings: 'anden-2.jsonl' });
    },
    publish: (run: string, file: string, ...more: string[]): Promise<CliResult> =>
      runCli(['publish', run, '--to', pub, '--consent', file, '--date', '2026-10-02', ...more]),
    build: (out = site): Promise<CliResult> =>
      runCli(['leaderboard', 'build', pub, '--out', out, '--base-url', 'https://tavle.example.dk/x']),
    close: runs.close,
  };
}

async function measureHostile(folder: string): Promise<string> {
  const suite = join(folder, 'fjendsk.yaml');
  const model = { adapter: 'replay', id: hostileModel, screenings: 'fjendsk.jsonl', vendor: hostileVendor };
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: fjendsk
titleDa: Fjendsk
titleEn: Hostile
dataset: data
split: test
models:
  - ${JSON.stringify(model)}
  - adapter: silent
`,
  );
  const out = join(folder, 'runs', 'fjendsk');
  const done = await runCli(['run', '--suite', suite, '--out', out]);
  expect([done.code, done.stderr.includes('Error')]).toEqual([0, false]);
  return join(out, (await readdir(out))[0]!);
}

/** All files of a folder by their path. */
export async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}

/** A copy of a run to spoil, beside it: the data set is found from there. */
export async function copyRun(run: string, name: string): Promise<string> {
  const copy = join(run, '..', name);
  await mkdir(copy);
  await cp(run, copy, { recursive: true });
  return copy;
}

import { cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Result } from '../../evals/artifacts.ts';
import { BoardMeasureIdSchema } from '../../evals/scores/board-measure.ts';
import { renderJsonSchema } from '../../functions/json-schemas.ts';
import { runCli } from '../support/run-cli.ts';
import { toLines } from '../support/small-dataset.ts';
import { compareJson, compareQuietly, openSmallRuns, smallAnswers } from '../support/small-runs.ts';

const resultOf = async (run: string): Promise<Result> =>
  JSON.parse(await readFile(join(run, 'result.json'), 'utf8')) as Result;

let runs: Awaited<ReturnType<typeof openSmallRuns>>;

beforeAll(async () => {
  runs = await openSmallRuns();
});

afterAll(() => runs.close());

describe('maalestok compare, runs of one key', () => {
  let [god, anden, silent, all] = ['', '', '', ''];

  beforeAll(async () => {
    god = await runs.measure('god', { models: ['god'] });
    anden = await runs.measure('anden', { models: ['anden'] });
    silent = await runs.measure('silent', { models: ['silent'] });
    all = await runs.measure('all', { models: ['god', 'anden', 'silent'] });
  });

  it('gives the figures of one run that holds all the models, Holm over all pairs', async () => {
    const { comparisons, ranks } = await resultOf(all);
    const comparison = await compareJson([god, anden, silent]);
    expect(comparison.pairs).toEqual(comparisons);
    expect(comparison.ranks).toEqual(ranks);
    expect(comparisons).toHaveLength(3);
    expect(comparisons.map(({ pHolm }) => pHolm)).not.toEqual(comparisons.map(({ p }) => p));
    const done = await runCli(['compare', silent, anden, god, '--json']);
    expect(done.stderr).toBe('');
    expect(JSON.parse(done.stdout)).toEqual(comparison);
  });

  it('prints what its JSON Schema says', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const validate = ajv.compile(JSON.parse(renderJsonSchema('comparison')));
    for (const measureId of BoardMeasureIdSchema.options) {
      validate(JSON.parse(JSON.stringify(await compareJson([god, anden], { measure: measureId }))));
      expect(validate.errors).toBeNull();
    }
  });

  it('says in Danish which models are better, what cannot be seen, and what became of the cases', async () => {
    const done = await runCli(['compare', god, anden, silent]);
    expect(done.code).toBe(0);
    const text = done.stdout.replaceAll('\u00A0', ' ');
    expect(text).toContain('Lille 1, testdel: 20 sager i alt: 5 komplette og 15 mangelfulde.');
    expect(text).toMatch(/│ nr\. 1 +│ god +│ +\d+,\d % │ +\d+,\d–\d+,\d % │ +\d+ │ +\d+ │/u);
    expect(text).toContain('god: 20 planlagt = 19 besvaret + 1 afstod + 0 ugyldige + 0 for sent + 0 fejlede');
    expect(text).toMatch(
      /god mod anden: god er bedre end anden\. Med \d+ sager kan en forskel under \d+ point normalt ikke ses\. Forskel \+[\d,]+ point \(95 %-interval \+[\d,]+ – \+[\d,]+\), p \(Holm\): (< )?0,\d+\./u,
    );
    expect(text).toMatch(
      /anden mod silent: Kan ikke skelnes fra hinanden med \d+ sager\. Med \d+ sager kan en forskel under \d+ point normalt ikke ses\./u,
    );
    expect(text).toContain('p er korrigeret for alle 3 par.');
  });

  it('says it in English, for a measure that is better when lower', async () => {
    const { stdout } = await compareQuietly([anden, god], { measure: 'false-alarm', language: 'en' });
    expect(stdout).toContain('False alarms on complete cases, lower is better.');
    // All five complete cases fall the same way: 2 of 32 arrangements are as extreme.
    expect(stdout).toContain('god against anden: Cannot be told apart with 5 cases.');
    expect(stdout).toMatch(
      /Difference −100\.0 points \(95% interval −100\.0 – −[\d.]+\), p \(Holm\): 0\.063\./u,
    );
    expect(stdout).toContain('god: 20 planned = 19 answered + 1 abstained');
    const { ranks } = await compareJson([god, anden], { measure: 'false-alarm' });
    expect(ranks.map(({ id }) => id)).toEqual(['god', 'anden']);
  });

  it('counts a model of two runs once, and says so', async () => {
    const comparison = await compareJson([god, all]);
    expect(comparison.models.map(({ id, runs }) => [id, runs.length])).toEqual([
      ['anden', 1],
      ['god', 2],
      ['silent', 1],
    ]);
    const { stdout } = await compareQuietly([god, all]);
    expect(stdout).toMatch(/god står i .* og .*: regnet som én model/u);
  });

  it('parts a model that differs between the runs, and says so', async () => {
    const lines = smallAnswers('god', false);
    await writeFile(join(runs.folder, 'god-2.jsonl'), toLines(lines));
    const again = await runs.measure('again', { models: ['god'], screenings: 'god-2.jsonl' });
    const comparison = await compareJson([god, again]);
    const names = [god, again].map((folder) => `god@${basename(folder)}`).sort();
    expect(comparison.models.map(({ id }) => id)).toEqual(names);
    const { stdout } = await compareQuietly([god, again]);
    expect(stdout).toContain(`${names[0]} og ${names[1]} regnes som hver sin model.`);
  });

  it.each<[string, (run: string) => string[], RegExp]>([
    ['one run', (of) => [of], /one run, expected two or more/u],
    ['the same run twice', (of) => [of, of], /the same run twice, expected each run once/u],
    ['it by another path', (of) => [of, `${of}/../${basename(of)}/`], /the same folder as/u],
    ['a folder that is not there', (of) => [of, 'nowhere'], /nowhere: no run \(run\.json is not there\)/u],
    ['a folder that is no run', (of) => [of, 'docs'], /docs: no run \(run\.json is not there\)/u],
    ['a file', (of) => [of, `${of}/result.json`], /result\.json: no run/u],
  ])('refuses %s', async (_, folders, message) => {
    const done = await compareQuietly(folders(god));
    expect(done.message).toMatch(message);
    expect(done.code).toBe(2);
  });

  it('refuses a measure that is none', async () => {
    const done = await runCli(['compare', god, anden, '--measure', 'f2']);
    expect(done.stderr).toContain(
      '--measure: "f2", expected f1, precision, recall, critical-recall, false-alarm',
    );
    expect(done.code).toBe(2);
  });

  it('refuses a link to the same run, a damaged one, and one that is not scored', async () => {
    const link = join(runs.folder, 'link');
    await symlink(god, link);
    expect((await compareQuietly([god, link])).message).toContain(`link: the same folder as ${god}`);
    const copy = join(runs.folder, 'a copy');
    await cp(anden, copy, { recursive: true });
    await writeFile(join(copy, 'scores', 'anden.jsonl'), '{"schema":');
    const damaged = await compareQuietly([god, copy]);
    expect(damaged.message).toMatch(/scores ".*copy\/scores\/anden\.jsonl": it is damaged/u);
    expect(damaged.code).toBe(1);
    await rm(join(copy, 'result.json'));
    const unfinished = await compareQuietly([god, copy]);
    expect(unfinished.message).toMatch(/copy: a run that is not finished \(result\.json is not there\)/u);
    expect(unfinished.message).toContain(`\`npx maalestok score '${copy}'\``);
    expect(unfinished.code).toBe(2);
  });
});

describe('maalestok compare, hostile names', () => {
  it('keeps ids apart that are names of the language’s own, or hold all that an id may', async () => {
    const hostile = ['constructor', 'a:b..c', 'שלום', `x${'y'.repeat(127)}`, 'CON'];
    for (const id of hostile)
      await writeFile(join(runs.folder, `${id}.jsonl`), toLines(smallAnswers(id, id > 'b')));
    const first = await runs.measure('hostile', { models: hostile.slice(0, 3) });
    const second = await runs.measure('hostile-2', { models: hostile.slice(2) });
    const comparison = await compareJson([first, second]);
    expect(comparison.models.map(({ id }) => id)).toEqual([...hostile].sort());
    const { stdout } = await compareQuietly([first, second]);
    for (const id of hostile) expect(stdout).toContain(`${id}: 20 planlagt`);
  });

  it('lets no version write on the terminal', async () => {
    const version = 'v\u001B[2J\u202E\n1';
    const lines = smallAnswers('farlig', true).map((answer) => ({
      ...answer,
      model: { id: 'farlig', version },
    }));
    await writeFile(join(runs.folder, 'farlig.jsonl'), toLines(lines));
    const folders = [
      await runs.measure('farlig', { models: ['farlig'] }),
      await runs.measure('rolig', { models: ['god'] }),
    ];
    const { stdout } = await compareQuietly(folders);
    expect(stdout).toContain('version v�[2J[U+202E] 1');
    expect(stdout).not.toContain('\u001B[2J');
  });
});

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PeopleSchema } from '../../evals/agreement/people-result.ts';
import type { Result } from '../../evals/artifacts.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import { dataset } from '../../functions/cli/dataset.ts';
import { exitCodeOf, renderError } from '../../functions/cli/exit.ts';
import { renderPeople } from '../../functions/cli/render-people.ts';
import { type ScoreFileOptions, scoreFile } from '../../functions/cli/score-file.ts';
import { smallAnnotation } from '../support/annotations.ts';
import { knownCodes, smallTaxonomy } from '../support/arbitraries.ts';
import { captureOutput } from '../support/capture-output.ts';
import { runCli } from '../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../support/small-dataset.ts';

const random = createRandom('people.test');
const ids = Array.from({ length: 20 }, (_, at) => `c${String(at + 1).padStart(2, '0')}`);
const codes = new Map(ids.map((id) => [id, knownCodes.filter(() => random.below(4) === 0)]));
const cases = ids.map((id) => smallCase(id));
const labels = ids.map((id) => smallLabel(id, codes.get(id)!));
/** Each caseworker overlooks every fourth defect; c20 was labelled by one of them, c19 by none. */
const annotations = ['anna', 'bo', 'cy'].flatMap((annotatorId) =>
  ids
    .filter((id) => id < 'c19' || (id === 'c20' && annotatorId === 'bo'))
    .map((id) =>
      smallAnnotation(
        id,
        annotatorId,
        codes.get(id)!.filter(() => random.below(4) > 0),
      ),
    ),
);
const screenings = ids.map((caseId) => ({
  model: { id: 'vendor', version: '3' },
  caseId,
  status: 'answered',
  findings: codes
    .get(caseId)!
    .slice(0, 2)
    .map((code, at) => ({ findingId: `f${at}`, text: '', code })),
}));

type Files = Record<'cases' | 'labels' | 'screenings', string> & { annotations?: string };
const good: Files = {
  cases: toLines(cases),
  labels: toLines(labels),
  screenings: toLines(screenings),
  annotations: toLines(annotations),
};

/** Writes the files and gives the options of `score-file` that name them. */
async function writeFiles(folder: string, files: Files): Promise<ScoreFileOptions> {
  const path = (name: string) => join(folder, `${name}.jsonl`);
  await writeFile(join(folder, 'taxonomy.json'), JSON.stringify(smallTaxonomy));
  for (const [name, content] of Object.entries(files)) await writeFile(path(name), content);
  return {
    cases: path('cases'),
    labels: path('labels'),
    screenings: path('screenings'),
    ...(files.annotations === undefined ? {} : { annotations: path('annotations') }),
    taxonomy: join(folder, 'taxonomy.json'),
    policy: 'standard',
    language: 'da',
  };
}

const flagsOf = (options: ScoreFileOptions) =>
  Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);

async function scored(options: ScoreFileOptions): Promise<Result> {
  return JSON.parse(await printedBy(() => scoreFile({ ...options, json: true })));
}

async function printedBy(action: () => Promise<void>): Promise<string> {
  const { stdout, error } = await captureOutput(action);
  if (error !== undefined) throw error;
  return stdout;
}

describe('maalestok score-file --annotations', () => {
  it('measures people, and says so below the table', async () => {
    await using temporary = await temporaryFolder();
    const done = await runCli(['score-file', ...flagsOf(await writeFiles(temporary.folder, good))]);
    expect(done.stderr).toBe('');
    expect(done.stdout).toMatch(
      /Sagsbehandlerne indbyrdes \(3, 18 sager\): alpha 0,\d\d \(0,\d\d–0,\d\d\); F1 mod hinanden \d\d,\d \(/u,
    );
    expect(done.stdout).toMatch(/ konsensus: F1 vendor \d\d,\d \(\d\d,\d–\d\d,\d\)\n$/u);
  });

  it('gives the same whatever the order of the lines, and moves no other figure', async () => {
    await using temporary = await temporaryFolder();
    const options = await writeFiles(temporary.folder, good);
    const result = await scored(options);
    expect(PeopleSchema.parse(result.people)).toMatchObject({
      annotations: 55,
      cases: 19,
      pairedCases: 18,
      annotators: [{ annotatorId: 'anna' }, { annotatorId: 'bo' }, { annotatorId: 'cy' }],
      models: [{ id: 'vendor', cases: 18 }],
    });
    expect(result.people!.alpha.interval).not.toBeNull();
    await writeFile(options.annotations!, toLines(annotations.toReversed()));
    expect(await scored(options)).toEqual(result);
    const { annotations: _, ...without } = options;
    expect(await scored(without)).toEqual({ ...result, people: null });
    expect(renderPeople(result.people!, 'en')).toMatch(
      /^The caseworkers among themselves \(3, 18 cases\): alpha 0\.\d\d \(0\.\d\d–0\.\d\d\); F1 against each/u,
    );
  });

  it('a figure without an interval says so in the terminal', async () => {
    await using temporary = await temporaryFolder();
    const options = await writeFiles(temporary.folder, {
      ...good,
      annotations: toLines(annotations.slice(0, 1)),
    });
    expect(renderPeople((await scored(options)).people!, 'da')).toBe(
      'Sagsbehandlerne indbyrdes (1, 0 sager): alpha ikke def.; F1 mod hinanden ikke def.\n' +
        'Modellerne mod samme konsensus: F1 vendor ikke def.',
    );
  });

  const bad = (changes: object) => JSON.stringify({ ...smallAnnotation('c03', 'anna', ['x1']), ...changes });
  const badDefect = (changes: object) =>
    bad({ defects: [{ ...smallAnnotation('c03', 'anna', ['x1']).defects[0], ...changes }] });

  it.each<[string, string, RegExp]>([
    ['no JSON', '{"caseId":', /line 1: no JSON/u],
    [
      'an unknown code',
      badDefect({ code: 'opfundet' }),
      /line 1, field defects\[0\]\.code: unknown code "opfundet"/u,
    ],
    [
      'a citation that cannot be read',
      badDefect({ citationSets: [['ingen hjemmel']] }),
      /line 1, field defects\[0\]\.citationSets\[0\]\[0\]: "ingen hjemmel", expected a citation/u,
    ],
    [
      'discretion that is no yes or no',
      badDefect({ discretionary: 'ja' }),
      /line 1, field defects\[0\]\.discretionary: "ja", expected true or false/u,
    ],
    ['no annotator', bad({ annotatorId: undefined }), /line 1, field annotatorId: nothing, expected text/u],
    [
      'a name for an annotator',
      bad({ annotatorId: 'Anna A' }),
      /line 1, field annotatorId: "Anna A", expected an id/u,
    ],
    [
      'a case that is not there',
      bad({ caseId: 'c99' }),
      /line 1, field caseId: a label for "c99", which is no case/u,
    ],
    [
      'the same annotator twice on a case',
      `${bad({})}\n${bad({ annotatorId: 'bo' })}\n${bad({})}`,
      /line 3, field annotatorId: a second label of "c03" by "anna" \(first on line 1\), expected one label/u,
    ],
    [
      'a label file',
      JSON.stringify(labels[0]),
      /line 1, field schema: "maalestok.label.v1", expected "maalestok.ann/u,
    ],
    ['an empty file', '', /annotations\.jsonl: no annotation, expected at least one caseworker/u],
  ])('%s: a clear error, exit 2', async (_, content, message) => {
    await using temporary = await temporaryFolder();
    const options = await writeFiles(temporary.folder, { ...good, annotations: content });
    const { error } = await captureOutput(() => scoreFile(options));
    expect(renderError(error)).toMatch(/annotations\.jsonl/u);
    expect(renderError(error)).toMatch(message);
    expect(exitCodeOf(error)).toBe(2);
  });

  it('a wrong file stops the command with its line and exit 2, no stack', async () => {
    await using temporary = await temporaryFolder();
    const options = await writeFiles(temporary.folder, {
      ...good,
      annotations: badDefect({ code: 'opfundet' }),
    });
    const done = await runCli(['score-file', ...flagsOf(options)]);
    expect(done.stderr).toMatch(
      /annotations\.jsonl, line 1, field defects\[0\]\.code: unknown code "opfundet"/u,
    );
    expect(done.stderr).not.toMatch(/^\s+at /mu);
    expect(done.stdout).toBe('');
    expect(done.code).toBe(2);
  });

  it('a file that is missing', async () => {
    await using temporary = await temporaryFolder();
    const options = await writeFiles(temporary.folder, good);
    const missing = { ...options, annotations: join(temporary.folder, 'nowhere.jsonl') };
    await expect(scored(missing)).rejects.toThrow(/nowhere\.jsonl: no such file/u);
  });
});

describe('a data set whose card names annotations', () => {
  const suite = `schema: maalestok.suite.v1
id: people
titleDa: Folk
titleEn: People
dataset: data
models:
  - adapter: silent
  - {adapter: replay, id: vendor, screenings: answers.jsonl}
`;

  async function prepare(folder: string, people: boolean): Promise<{ data: string; suite: string }> {
    const data = join(folder, 'data');
    await writeSmallDataset(data, { test: { cases, labels, ...(people ? { annotations } : {}) } });
    await writeFile(join(folder, 'answers.jsonl'), good.screenings);
    await writeFile(join(folder, 'suite.yaml'), suite);
    return { data, suite: join(folder, 'suite.yaml') };
  }

  async function runOf(folder: string, people: boolean, ...more: string[]) {
    const { suite: file } = await prepare(folder, people);
    const out = join(folder, people ? 'with' : 'without');
    const done = await runCli(['run', '--suite', file, '--out', out, ...more]);
    expect(done.code).toBe(0);
    const run = join(out, (await readdir(out))[0]!);
    const read = (name: string) => readFile(join(run, name), 'utf8');
    return { done, run, read, result: JSON.parse(await read('result.json')) };
  }

  it('is measured on people in `run` and `score`; the plan and the answers know nothing of it', async () => {
    await using temporary = await temporaryFolder();
    const { done, run, read, result } = await runOf(temporary.folder, true);
    expect(done.stdout).toContain('Sagsbehandlerne indbyrdes (3, 18 sager)');
    expect(result.people.models.map(({ id }: { id: string }) => id)).toEqual(['silent', 'vendor']);
    const bytes = await read('result.json');
    expect((await runCli(['score', run])).code).toBe(0);
    expect(await read('result.json')).toBe(bytes);
    const screened = await read('screenings/vendor/00001.jsonl');
    const without = await runOf(temporary.folder, false);
    expect(without.result).toEqual({ ...result, people: null });
    expect(await without.read('screenings/vendor/00001.jsonl')).toBe(screened);
  });

  it('counts the planned cases only', async () => {
    await using temporary = await temporaryFolder();
    const { result } = await runOf(temporary.folder, true, '--limit', '6');
    expect(result.people).toMatchObject({ annotations: 18, cases: 6, pairedCases: 6 });
  });

  it('is counted and hashed by `dataset`, and refused when the file has changed', async () => {
    await using temporary = await temporaryFolder();
    const { data } = await prepare(temporary.folder, true);
    const file = join(data, 'test.annotations.jsonl');
    const check = (write: boolean) => printedBy(() => dataset(data, { write }));
    expect(await check(false)).toContain(
      '  55 annotations by 3 caseworkers; 18 cases labelled by two or more\n',
    );
    await writeFile(file, toLines(annotations.slice(1)));
    await expect(check(false)).rejects.toThrow(/test\.annotations\.jsonl: content with SHA-256/u);
    expect(await check(true)).toContain('  54 annotations');
    await writeFile(file, toLines([{ ...smallAnnotation('c01', 'a', ['x1']), outcome: 'complete' }]));
    await expect(check(true)).rejects.toThrow(/line 1, field outcome: "complete" beside a required defect/u);
  });

  it.each([
    ['annotationsSha256', /splits\.test\.annotationsSha256: nothing, expected the hash of `annotations`/u],
    ['annotations', /splits\.test\.annotations: nothing, expected a file name/u],
  ])('a card without %s is refused', async (field, message) => {
    await using temporary = await temporaryFolder();
    const { data } = await prepare(temporary.folder, true);
    const card = JSON.parse(await readFile(join(data, 'card.json'), 'utf8'));
    delete card.splits.test[field];
    await writeFile(join(data, 'card.json'), JSON.stringify(card));
    await expect(dataset(data, {})).rejects.toThrow(message);
  });
});

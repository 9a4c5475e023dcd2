import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ComparisonSchema } from '../../evals/comparison.ts';
import { type StatusCounts, StatusCountsSchema } from '../../evals/scores/model-result.ts';
import { runCli } from '../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../support/small-dataset.ts';

const repeats = 2;
const statuses = ['answered', 'abstained', 'invalid', 'timedOut', 'failed'] as const;
const names = ['planned', ...statuses] as const;
const ids = Array.from({ length: 24 }, (_, at) => `c${String(at).padStart(2, '0')}`);

/** Every status of two vendors, in numbers that all differ. */
const vendors = { mild: [20, 12, 8, 5, 3], stormy: [6, 9, 7, 15, 11] } as const;

function answersOf(id: keyof typeof vendors) {
  const told = vendors[id].flatMap((count, at) => Array<string>(count).fill(statuses[at]!));
  return told.map((status, at) => ({
    model: { id, version: '1' },
    caseId: ids[at % ids.length]!,
    repeat: Math.floor(at / ids.length),
    status,
    findings: [],
    ...(status === 'answered' ? {} : { error: { kind: status, message: '' } }),
  }));
}

const place = await temporaryFolder();
let folder = '';
let printed = '';

beforeAll(async () => {
  const labels = ids.map((id, at) => smallLabel(id, at % 3 === 0 ? [] : ['x1']));
  await writeSmallDataset(join(place.folder, 'data'), {
    test: { cases: ids.map((id) => smallCase(id)), labels },
  });
  for (const id of ['mild', 'stormy'] as const) {
    await writeFile(join(place.folder, `${id}.jsonl`), toLines(answersOf(id)));
  }
  await writeFile(
    join(place.folder, 'suite.yaml'),
    `schema: maalestok.suite.v1
id: planned
titleDa: Planlagt
titleEn: Planned
dataset: data
protocol: {repeats: ${repeats}}
models:
  - {adapter: replay, id: mild, screenings: mild.jsonl}
  - {adapter: replay, id: stormy, screenings: stormy.jsonl}
`,
  );
  const out = join(place.folder, 'runs');
  const done = await runCli(['run', '--suite', join(place.folder, 'suite.yaml'), '--out', out]);
  expect(done.stderr).not.toContain('Error');
  printed = done.stdout;
  folder = join(out, (await readdir(out))[0]!);
});

afterAll(() => place[Symbol.asyncDispose]());

const read = (name: string) => readFile(join(folder, name), 'utf8');

function expectCounts(counts: StatusCounts, id: keyof typeof vendors): void {
  expect(statuses.map((status) => counts[status])).toEqual(vendors[id]);
  expect(counts.planned).toBe(ids.length * repeats);
  expect(statuses.reduce((sum, status) => sum + counts[status], 0)).toBe(counts.planned);
}

/** The six numbers of one model, planned first. */
const numbersOf = (id: keyof typeof vendors) => [ids.length * repeats, ...vendors[id]];

describe.each(['mild', 'stormy'] as const)('planned is the sum of the statuses: %s', (id) => {
  it('in result.json', async () => {
    const result = JSON.parse(await read('result.json'));
    const model = result.models.find((each: { model: { id: string } }) => each.model.id === id);
    expectCounts(StatusCountsSchema.parse(model.counts), id);
  });

  it('in figures.csv', async () => {
    const rows = (await read('report/figures.csv')).split(/\r?\n/u).map((line) => line.split(';'));
    const value = (measure: string) => {
      const found = rows.filter(([model, , name]) => model?.replace('\uFEFF', '') === id && name === measure);
      expect(found).toHaveLength(1);
      return Number(found[0]![6]);
    };
    expect(names.map(value)).toEqual(numbersOf(id));
  });

  it('in the report', async () => {
    const text = (await read('report/rapport.html')).replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
    const [planned, answered, abstained, invalid, timedOut, failed] = numbersOf(id);
    // The row of the table, and the sentence of the model's own section.
    expect(text).toContain(` ${id} ${planned} ${answered} ${abstained} ${invalid} ${timedOut} ${failed} `);
    const sentence = new RegExp(
      `${planned} [^.0-9]*= ${answered} [^.0-9]*\\+ ${abstained} [^.0-9]*\\+ ${invalid} [^.0-9]*\\+ ${timedOut} [^.0-9]*\\+ ${failed}`,
      'u',
    );
    expect(text).toMatch(sentence);
  });

  it('on the terminal', () => {
    const [, ...counts] = numbersOf(id);
    const rows = printed.split('\n');
    const row = rows.findIndex((line) => line.includes(` ${id} `));
    expect(rows[row]).toContain(` ${counts.join('/')} `);
    expect(rows[row + 1]).toContain(` / ${ids.length * repeats} `);
  });

  it('from score-file and compare', async () => {
    const file = await runCli([
      'score-file',
      '--json',
      ...['--cases', join(place.folder, 'data/test.cases.jsonl')],
      ...['--labels', join(place.folder, 'data/test.labels.jsonl')],
      ...['--taxonomy', join(place.folder, 'data/taxonomy.json')],
      ...['--screenings', join(place.folder, `${id}.jsonl`)],
    ]);
    expectCounts(JSON.parse(file.stdout).models[0].counts, id);
    const both = await runCli(['compare', folder, folder, '--json']);
    expect(both.code).toBe(2);
    const second = join(place.folder, 'again');
    await runCli(['run', '--suite', join(place.folder, 'suite.yaml'), '--out', second]);
    const other = join(second, (await readdir(second))[0]!);
    const done = await runCli(['compare', folder, other, '--json']);
    const compared = ComparisonSchema.parse(JSON.parse(done.stdout));
    expectCounts(compared.models.find((model) => model.id === id)!.counts, id);
  });
});

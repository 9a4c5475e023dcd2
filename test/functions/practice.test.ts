import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ResultSchema } from '../../evals/artifacts.ts';
import { type MockVendor, startMockVendor } from '../../functions/vendor/mock/start-mock-vendor.ts';
import { runCli } from '../support/run-cli.ts';
import { temporaryFolder, toLines } from '../support/small-dataset.ts';

const place = await temporaryFolder();
const file = join(place.folder, 'my-answers.jsonl');
const key = 'practice-key-77';
let cases: { caseId: string }[];
let mock: MockVendor;
let later: MockVendor;

beforeAll(async () => {
  process.env.MAALESTOK_PRACTICE_KEY = key;
  const text = await readFile(
    join(import.meta.dirname, '../../datasets/byggesag-da/practice.cases.jsonl'),
    'utf8',
  );
  cases = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const silent = { model: { id: 'mine', version: '3' }, status: 'answered', findings: [] };
  await writeFile(file, toLines(cases.map(({ caseId }) => ({ ...silent, caseId }))));
  mock = await startMockVendor({ apiKey: key });
  later = await startMockVendor({ async: true });
});
afterAll(async () => {
  delete process.env.MAALESTOK_PRACTICE_KEY;
  await Promise.all([mock.close(), later.close(), place[Symbol.asyncDispose]()]);
});

const practise = (...args: string[]) => runCli(['practice', '--out', join(place.folder, 'runs'), ...args]);

/** The result behind what was printed. */
async function resultOf(stdout: string) {
  const report = /^(?:Report|Rapport): (.*)\/report\//mu.exec(stdout)![1]!;
  return ResultSchema.parse(JSON.parse(await readFile(join(report, 'result.json'), 'utf8')));
}

/** What each model scored, and what the run calls it. */
const boardOf = ({ models, dataset }: Awaited<ReturnType<typeof resultOf>>) => ({
  split: dataset.split,
  synthetic: dataset.synthetic,
  models: models.map(({ model, counts, defects }) => ({
    id: model.id,
    version: model.version,
    provenance: model.provenance,
    answered: counts.answered,
    f1: defects.f1.value,
  })),
});

describe('maalestok practice', () => {
  it('scores a file on the practice split beside the checklist, and says what the figures are', async () => {
    const done = await practise('--screenings', file, '--language', 'en');
    expect(done.code).toBe(0);
    expect(done.stdout).toContain(', synthetic.');
    expect(done.stdout).toContain('Practice figures: the cases are synthetic and their labels open.');
    const board = boardOf(await resultOf(done.stdout));
    expect(board).toEqual({
      split: 'practice',
      synthetic: true,
      models: [
        { id: 'mine', version: '3', provenance: 'self-reported', answered: cases.length, f1: 0 },
        {
          id: 'checklist',
          version: '1',
          provenance: 'run-by-us',
          answered: cases.length,
          f1: expect.closeTo(0.543, 3),
        },
      ],
    });
  });

  it('asks an endpoint, in Danish: the example server scores as the checklist that it is', async () => {
    const args = ['--endpoint', mock.url, '--allow-private', '--api-key', 'env:MAALESTOK_PRACTICE_KEY'];
    const done = await practise(...args);
    expect(done.code).toBe(0);
    expect(done.stdout).toContain('Øvetal: sagerne er syntetiske, og deres facit er åbent.');
    const [vendor, checklist] = boardOf(await resultOf(done.stdout)).models;
    expect(vendor).toEqual({ ...checklist, id: 'maalestok-mock', provenance: 'run-by-us' });
    const asked = mock.answered();
    expect(asked).toBe(cases.length + 1);
    const again = await practise(...args);
    expect(again.stdout).toContain('-2/report/');
    expect(mock.answered()).toBe(2 * asked);
    expect(done.stdout + done.stderr).not.toContain(key);
  });

  it('fetches answers that come later, under the id that it is told', async () => {
    const done = await practise(
      '--endpoint',
      later.url,
      '--allow-private',
      '--id',
      'later',
      '--model-version',
      '1',
    );
    expect(done.stderr).not.toContain('Error');
    const [vendor] = boardOf(await resultOf(done.stdout)).models;
    expect(vendor).toMatchObject({ id: 'later', version: '1', answered: cases.length });
  });

  it.each<[what: string, args: () => string[], message: string]>([
    ['neither file nor endpoint', () => [], 'Error: flag --screenings: not given, nor is --endpoint'],
    [
      'both',
      () => ['--screenings', file, '--endpoint', mock.url],
      'Error: flag --screenings: given beside --endpoint',
    ],
    [
      'a key for a file',
      () => ['--screenings', file, '--api-key', 'env:X'],
      'Error: flag --api-key: given beside',
    ],
    ['a file that is not there', () => ['--screenings', 'none.jsonl'], 'Error: none.jsonl: no such file'],
    [
      'an id that is none',
      () => ['--endpoint', later.url, '--allow-private', '--id', 'a b'],
      'field id: "a b"',
    ],
    ['a private address', () => ['--endpoint', mock.url], '--endpoint: an address that is not called'],
    ['an endpoint that asks for a key', () => ['--endpoint', mock.url, '--allow-private'], 'with status 401'],
  ])('refuses %s', async (_, args, message) => {
    const done = await practise(...args());
    expect(done.code).toBe(2);
    expect(done.stdout).toBe('');
    expect(done.stderr).toContain(message);
  });
});

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../support/run-cli.ts';
import {
  smallCase,
  smallLabel,
  temporaryFolder,
  toLines,
  writeSmallDataset,
} from '../support/small-dataset.ts';

const ids = (prefix: string) => Array.from({ length: 8 }, (_, at) => `${prefix}${at}`);
const split = (prefix: string) => ({
  cases: ids(prefix).map((id) => smallCase(id)),
  labels: ids(prefix).map((id, at) => smallLabel(id, at % 4 === 0 ? [] : ['x1'])),
});

async function prepare(folder: string, vendor: string, splits: readonly string[]): Promise<string> {
  await writeSmallDataset(
    join(folder, 'data'),
    Object.fromEntries(splits.map((name) => [name, split(name.slice(0, 1))])),
  );
  const answers = ids('t').map((caseId) => ({
    model: { id: vendor, version: '1' },
    caseId,
    status: 'answered',
    findings: [],
  }));
  await writeFile(join(folder, 'answers.jsonl'), toLines(answers));
  const suite = join(folder, 'suite.yaml');
  await writeFile(
    suite,
    `schema: maalestok.suite.v1
id: small
titleDa: Lille
titleEn: Small
dataset: data
models:
  - {adapter: replay, id: ${vendor}, screenings: answers.jsonl}
`,
  );
  return suite;
}

type Board = { model: { id: string; kind: string }; defects: { recall: { value: number } } }[];

async function boardOf(suite: string, out: string): Promise<Board> {
  expect((await runCli(['run', '--suite', suite, '--out', out])).code).toBe(0);
  return JSON.parse(await readFile(join(out, (await readdir(out))[0]!, 'result.json'), 'utf8')).models;
}

describe('the constant list', () => {
  it('is on the board of a suite that does not name it, and finds what the practice split taught it', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 'vendor', ['test', 'practice']);
    const board = await boardOf(suite, join(temporary.folder, 'runs'));
    expect(board.map(({ model }) => [model.id, model.kind])).toEqual([
      ['vendor', 'vendor'],
      ['constant', 'baseline'],
    ]);
    expect(board[1]!.defects.recall.value).toBe(1);
  });

  it('steps aside where a vendor has its name', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 'constant', ['test', 'practice']);
    const board = await boardOf(suite, join(temporary.folder, 'runs'));
    expect(board.map(({ model }) => model.id)).toEqual(['constant', 'constant-list']);
  });

  it('steps aside where a vendor that the suite names otherwise has its name in the file', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 'constant', ['test', 'practice']);
    await writeFile(suite, (await readFile(suite, 'utf8')).replace('id: constant, ', ''));
    const board = await boardOf(suite, join(temporary.folder, 'runs'));
    expect(board.map(({ model }) => model.id)).toEqual(['constant', 'constant-list']);
  });

  it('is not there where there is nothing to learn from', async () => {
    await using temporary = await temporaryFolder();
    const suite = await prepare(temporary.folder, 'vendor', ['test']);
    const board = await boardOf(suite, join(temporary.folder, 'runs'));
    expect(board.map(({ model }) => model.id)).toEqual(['vendor']);
  });

  it('comes into score-file with --practice-labels, which must be of other cases', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await prepare(folder, 'constant', ['test', 'practice']);
    const data = (name: string) => join(folder, 'data', name);
    const scoreFile = (labels: string) =>
      runCli([
        'score-file',
        '--json',
        ...['--cases', data('test.cases.jsonl'), '--labels', data('test.labels.jsonl')],
        ...['--taxonomy', data('taxonomy.json'), '--screenings', join(folder, 'answers.jsonl')],
        ...['--practice-labels', data(labels)],
      ]);
    const done = await scoreFile('practice.labels.jsonl');
    const board = JSON.parse(done.stdout).models as Board;
    expect(board.map(({ model }) => model.id)).toEqual(['constant', 'constant-list']);
    expect(board[1]!.defects.recall.value).toBe(1);
    const refused = await scoreFile('test.labels.jsonl');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(
      /test\.labels\.jsonl, line 1, field caseId: "t0", a case that is scored here/u,
    );
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Annotation, Label, Outcome } from '../../../datasets/label.ts';
import { editWorkbook } from '../../support/edit-workbook.ts';
import { runCli } from '../../support/run-cli.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

type Said = { codes: string[]; outcome?: Outcome };

const none: Said = { codes: [] };
const exempt: Said = { codes: [], outcome: 'noPermitNeeded' };
const x1: Said = { codes: ['x1'] };

/** By hand: in c1 to c3 and c6 the two agree, in c2, c3 and c6 with each other alone; in c4 and c5 they differ. */
const cases: Record<string, { gold: Said; anna: Said; bo: Said }> = {
  c1: { gold: x1, anna: x1, bo: x1 },
  c2: { gold: none, anna: x1, bo: x1 },
  c3: { gold: none, anna: exempt, bo: exempt },
  c4: { gold: none, anna: x1, bo: none },
  c5: { gold: x1, anna: x1, bo: exempt },
  c6: { gold: exempt, anna: none, bo: none },
};

let place: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string) => join(place.folder, name);

async function cli(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await runCli(args, { cwd: place.folder });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

const labelOf = (caseId: string, { codes, outcome }: Said): Label =>
  smallLabel(caseId, codes, outcome === undefined ? {} : { outcome });
const annotationOf = (caseId: string, annotatorId: string, said: Said): Annotation => ({
  ...labelOf(caseId, said),
  schema: 'maalestok.annotation.v1',
  annotatorId,
});

beforeAll(async () => {
  place = await temporaryFolder();
  await writeSmallDataset(at('data'), {
    test: {
      cases: Object.keys(cases).map((id) => smallCase(id)),
      labels: Object.entries(cases).map(([id, { gold }]) => labelOf(id, gold)),
      annotations: Object.entries(cases).flatMap(([id, { anna, bo }]) => [
        annotationOf(id, 'anna', anna),
        annotationOf(id, 'bo', bo),
      ]),
    },
  });
});
afterAll(() => place[Symbol.asyncDispose]());

describe('labels compare', () => {
  it('counts a case as agreed where caseworkers say the same, whatever the label says', async () => {
    const said = await cli('labels', 'compare', '--dataset', 'data');
    expect(said.trimEnd().split('\n').at(-1)).toBe(
      '6 sager er gennemgået af mindst to; i 4 er alle enige, men i 3 af dem siger facit noget andet. 6 punkter er til afgørelse.',
    );
    const english = await cli('labels', 'compare', '--dataset', 'data', '--language', 'en');
    expect(english.trimEnd().split('\n').at(-1)).toBe(
      '6 cases were read by two or more; in 4 all agree, but in 3 of them the label says otherwise. 6 points are to be settled.',
    );
    const { differing, ...counts } = JSON.parse(
      await cli('labels', 'compare', '--dataset', 'data', '--json'),
    );
    expect(counts).toEqual({ split: 'test', cases: 6, alike: 4, otherwise: 3, differences: 6 });
    expect(
      differing.map(({ caseId, differences }: { caseId: string; differences: Record<string, unknown>[] }) => [
        caseId,
        differences.map(({ code, kinds, gold }) => ({ code, kinds, gold })),
      ]),
    ).toEqual([
      ['c2', [{ code: 'x1', kinds: ['gold'], gold: null }]],
      ['c3', [{ code: undefined, kinds: ['gold'], gold: { outcome: 'complete' } }]],
      ['c4', [{ code: 'x1', kinds: ['named'], gold: null }]],
      [
        'c5',
        [
          { code: 'x1', kinds: ['named'], gold: { role: 'required', severity: 'major' } },
          { code: undefined, kinds: ['outcome'], gold: { outcome: 'deficient' } },
        ],
      ],
      ['c6', [{ code: undefined, kinds: ['gold'], gold: { outcome: 'noPermitNeeded' } }]],
    ]);
  });
});

describe('labels adjudicate', () => {
  it('can be about some cases: those that no meeting has looked at', async () => {
    const said = await cli(
      'labels',
      'adjudicate',
      '--dataset',
      'data',
      '--cases',
      'c1,c4',
      '--out',
      'nye.xlsx',
    );
    expect(said).toMatch(/nye\.xlsx: 1 points? in 1 cases?\n$/u);
    const unknown = await runCli(
      ['labels', 'adjudicate', '--dataset', 'data', '--cases', 'c9', '--out', 'x.xlsx'],
      {
        cwd: place.folder,
      },
    );
    expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('"c9"') });
  });

  it('fills in what all agree on, a conclusion too, and imports it as it stands', async () => {
    await cli('labels', 'adjudicate', '--dataset', 'data', '--out', 'moede.xlsx');
    const filled: Record<string, unknown> = {};
    await editWorkbook(at('moede.xlsx'), (open) => {
      const sheet = open('Afgørelser');
      const column = (heading: string) => sheet.columnOf(heading, 0);
      for (let row = 1; row < sheet.sheet.rows.length; row += 1) {
        const what = `${sheet.get(row, column('Sag'))} ${sheet.get(row, column('Hvad det drejer sig om'))}`;
        const decided = [sheet.get(row, column('Afgørelse')), sheet.get(row, column('Begrundelse'))];
        filled[what] = decided;
        if (decided[0] !== null) continue;
        const conclusion = what.includes('Konklusion');
        sheet.set(row, column('Afgørelse'), conclusion ? 'sagen kræver ingen tilladelse' : 'ingen mangel');
        sheet.set(row, column('Begrundelse'), 'Drøftet på mødet');
      }
    });
    const agree = 'Alle gennemgange er enige.';
    expect(filled).toEqual({
      'c2 x1': ['påkrævet', agree],
      'c3 Konklusion uden påkrævede mangler': ['sagen kræver ingen tilladelse', agree],
      'c4 x1': [null, null],
      'c5 x1': [null, null],
      'c5 Konklusion uden påkrævede mangler': [null, null],
      'c6 Konklusion uden påkrævede mangler': ['sagen er fuldt oplyst', agree],
    });
    await cli(
      ...['labels', 'import', 'moede.xlsx', '--dataset', 'data', '--annotator', 'moedet'],
      ...['--out', 'data2', '--date', '2024-10-08'],
    );
    const labels = (await readFile(at('data2/test.labels.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(
      labels.map((line) => JSON.parse(line)).map(({ caseId, outcome }) => `${caseId} ${outcome}`),
    ).toEqual([
      'c1 deficient',
      'c2 deficient',
      'c3 noPermitNeeded',
      'c4 complete',
      'c5 noPermitNeeded',
      'c6 complete',
    ]);
  });
});

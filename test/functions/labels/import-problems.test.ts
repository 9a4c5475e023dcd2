import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderError } from '../../../functions/cli/exit.ts';
import { exportLabels } from '../../../functions/cli/labels/export.ts';
import { type ImportLabelsOptions, importLabels } from '../../../functions/cli/labels/import.ts';
import { captureOutput } from '../../support/capture-output.ts';
import { type EditedSheet, editWorkbook } from '../../support/edit-workbook.ts';
import { smallCase, smallLabel, temporaryFolder, writeSmallDataset } from '../../support/small-dataset.ts';

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let number = 0;

beforeAll(async () => {
  place = await temporaryFolder();
  await writeSmallDataset(join(place.folder, 'data'), {
    test: {
      cases: ['c1', 'c2'].map((id) => smallCase(id)),
      labels: [smallLabel('c1', ['x1', 'y1']), smallLabel('c2', [])],
    },
  });
});
afterAll(() => place[Symbol.asyncDispose]());

type Edit = Parameters<typeof editWorkbook>[1];

/** Exports, lets somebody edit, imports into a copy of the data set; what was told, and whether anything was written. */
async function importEdited(
  edit: Edit,
  options: { prefill?: boolean; import?: Partial<ImportLabelsOptions> } = {},
): Promise<{ told: string[]; written: boolean; stdout: string }> {
  number += 1;
  const data = join(place.folder, `data-${number}`);
  await cp(join(place.folder, 'data'), data, { recursive: true });
  const file = join(place.folder, `ark-${number}.xlsx`);
  const done = await captureOutput(() =>
    exportLabels({
      dataset: data,
      split: 'test',
      format: 'xlsx',
      out: file,
      language: 'da',
      ...(options.prefill === true ? { prefill: true } : {}),
    }),
  );
  expect(done.error).toBeUndefined();
  await editWorkbook(file, edit);
  const before = await snapshot(data);
  const out = join(place.folder, `ny-${number}`);
  const imported = await captureOutput(() =>
    importLabels([file], {
      dataset: data,
      annotator: 'anna',
      date: '2024-10-01',
      ...(options.prefill === true ? { out } : {}),
      ...options.import,
    }),
  );
  const after = await snapshot(data);
  const message =
    imported.error === undefined ? '' : renderError(imported.error).replaceAll(file, 'ark.xlsx');
  const made = (await readdir(place.folder)).includes(`ny-${number}`);
  return {
    told: message
      .split('\n')
      .slice(1)
      .map((line) => line.trim()),
    written: made || before !== after,
    stdout: imported.stdout,
  };
}

async function snapshot(folder: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return JSON.stringify(names.map((name, at) => [name, texts[at]]));
}

function conclude(sheet: EditedSheet, text = 'sagen er fuldt oplyst'): void {
  sheet.set(sheet.rowOf('Konklusion (skal udfyldes)'), 1, text);
}

/** Fills in a row below the header, by heading. */
function row(sheet: EditedSheet, cells: Record<string, string>, at = 1): void {
  const header = sheet.rowOf('Nr.');
  for (const [heading, value] of Object.entries(cells))
    sheet.set(header + at, sheet.columnOf(heading, header), value);
}

const good = { Mangeltype: 'x1', Hjemmel: 'BR18 § 10, stk. 1, nr. 2', 'Sted 1': 'dokument a, side 1' };

/** A row of c1 with one thing wrong; c2 is right. */
const inRow =
  (cells: Record<string, string>): Edit =>
  (open) => {
    conclude(open('c1'), 'sagen har mangler');
    row(open('c1'), { ...good, ...cells });
    conclude(open('c2'));
  };

const wrongRows: [string, Record<string, string>, string][] = [
  [
    'an unknown code',
    { Mangeltype: 'findes ikke' },
    'B10 (Mangeltype): "findes ikke", expected a type of defect of the taxonomy small 1.',
  ],
  [
    'a row without a code',
    { Mangeltype: '' },
    'B10 (Mangeltype): nothing, in a row with other cells filled in, expected a type of defect',
  ],
  ['an unknown role', { Rolle: 'vigtig' }, 'C10 (Rolle): "vigtig", expected påkrævet, vejledende, omstridt.'],
  ['an unknown severity', { Alvor: '5' }, 'D10 (Alvor): "5", expected kritisk, væsentlig, mindre.'],
  ['an unknown discretion', { Skøn: 'måske' }, 'E10 (Skøn): "måske", expected ja, nej.'],
  [
    'no citation',
    { Hjemmel: '' },
    'F10 (Hjemmel): no citation, expected the provision behind the defect. Write "ingen" where there is none.',
  ],
  [
    'a citation that cannot be read',
    { Hjemmel: 'det ved alle' },
    'F10 (Hjemmel): "det ved alle", in which no provision can be read, expected a citation like',
  ],
  ['a § without a law', { Hjemmel: '§ 10' }, 'F10 (Hjemmel): "§ 10", expected a provision with its law.'],
  [
    'a § beyond the last',
    { Hjemmel: 'BR18 § 812' },
    'F10 (Hjemmel): "BR18 § 812", which does not exist on 2024-09-01, expected a provision in force on the case\'s date. BR18 ends at § 565.',
  ],
  [
    'an item in the wrong stk.',
    { Hjemmel: 'BR18 § 82, stk. 1, nr. 2' },
    'Did you mean "BR18 § 82, stk. 2, nr. 2"? The numbered items of § 82 stand in stk. 2.',
  ],
  ['a superseded law', { Hjemmel: 'BR15 kap. 2.2.3' }, 'which was not in force any more on 2024-09-01'],
  ['an unknown law', { Hjemmel: 'vrøvleloven § 3' }, 'expected a law of the rule catalogue'],
  ['the second of two citations', { Hjemmel: 'BR18 § 10\nBR18 § 900' }, '"BR18 § 900", which does not exist'],
  [
    'a place that is not there',
    { 'Sted 1': 'dokument b' },
    'G10 (Sted 1): "dokument b", expected a document, page or field of this case.',
  ],
  ['a page that is not there', { 'Sted 2': 'dokument a, side 9' }, 'H10 (Sted 2): "dokument a, side 9"'],
  [
    'a field that is not there',
    { 'Flere steder': 'felt area_m2; felt volumen' },
    'J10 (Flere steder): "felt volumen"',
  ],
  [
    'a number of a new row',
    { 'Nr.': 'd7' },
    'A10 (Nr.): "d7", expected nothing in a new row, or the number that stood there.',
  ],
];

describe('labels import tells what is wrong, where, and how to mend it', () => {
  it.each(wrongRows)('%s', async (_, cells, told) => {
    const done = await importEdited(inRow(cells));
    expect(done.told).toHaveLength(1);
    expect(done.told[0]).toContain('ark.xlsx, sheet "c1", ');
    expect(done.told[0]).toContain(told);
    expect(done.written).toBe(false);
  });

  const wrongSheets: [string, Edit, string][] = [
    [
      'no conclusion',
      (open) => {
        row(open('c1'), good);
        conclude(open('c2'));
      },
      'B6 (Konklusion (skal udfyldes)): nothing, expected "sagen er fuldt oplyst", "sagen har mangler", "sagen kræver ingen tilladelse".',
    ],
    [
      'a sheet that nobody filled in',
      (open) => conclude(open('c1')),
      'sheet "c2": a sheet that nobody filled in, expected a conclusion.',
    ],
    [
      'an unknown conclusion',
      (open) => {
        conclude(open('c1'), 'ok');
        conclude(open('c2'));
      },
      'B6 (Konklusion (skal udfyldes)): "ok"',
    ],
    [
      'a conclusion against the defects',
      (open) => {
        conclude(open('c1'));
        row(open('c1'), good);
        conclude(open('c2'));
      },
      '"sagen er fuldt oplyst" beside a defect that is "påkrævet", expected "sagen har mangler"',
    ],
    [
      'defects that the conclusion asks for',
      (open) => {
        conclude(open('c1'), 'sagen har mangler');
        conclude(open('c2'));
      },
      '"sagen har mangler" without a defect that is "påkrævet"',
    ],
    [
      'an edited case id',
      (open) => {
        conclude(open('c1'));
        open('c1').set(1, 1, 'c9');
        conclude(open('c2'));
      },
      'B2 (Sagens id): "c9", expected "c1". The case id is not edited',
    ],
    [
      'an edited heading',
      (open) => {
        conclude(open('c1'));
        open('c1').set(8, 5, 'Paragraf');
        conclude(open('c2'));
      },
      'F9: "Paragraf", expected the heading "Hjemmel".',
    ],
    [
      'a table without headings',
      (open) => {
        conclude(open('c1'));
        open('c1').set(8, 0, null);
        conclude(open('c2'));
      },
      'no table of defects',
    ],
    [
      'a table without an end',
      (open) => {
        conclude(open('c1'));
        const sheet = open('c1');
        sheet.set(
          sheet.sheet.rows.findIndex(([cell]) => String(cell).startsWith('Slut på')),
          0,
          null,
        );
        conclude(open('c2'));
      },
      'a table without its last row',
    ],
    [
      'a formula',
      (open) => {
        conclude(open('c2'));
        const { sheet } = open('c1');
        conclude(open('c1'));
        sheet.cells ??= new Map();
        sheet.cells.set('9,10', { value: 3, type: 'formula', formula: 'SUM(1,2)' });
      },
      'K10 (Bemærkning): a formula, expected text that was typed or chosen.',
    ],
    [
      'merged cells',
      (open) => {
        conclude(open('c1'));
        conclude(open('c2'));
        open('c1').sheet.merges = [{ startRow: 11, startCol: 1, endRow: 12, endCol: 2 }];
      },
      'B12: merged cells (to C13), expected each cell alone.',
    ],
    [
      'a defect below the table',
      (open) => {
        conclude(open('c1'));
        conclude(open('c2'));
        open('c1').set(22, 1, 'x1');
      },
      'B23 (Mangeltype): "x1", below the table, expected defects within the table alone.',
    ],
    [
      'a citation below the table',
      (open) => {
        conclude(open('c1'));
        conclude(open('c2'));
        open('c1').set(25, 5, 'BR18 § 10, stk. 1, nr. 2');
      },
      'F26 (Hjemmel): "BR18 § 10, stk. 1, nr. 2", below the table',
    ],
    [
      'a renamed sheet',
      (open) => {
        conclude(open('c1'));
        conclude(open('c2'));
        open('c1').sheet.name = 'min sag';
      },
      'no sheet "c1", expected the sheet of case "c1" under its name.',
    ],
    [
      'a changed hidden sheet',
      (open) => {
        open('_maalestok').set(0, 0, '{}');
      },
      'a workbook whose hidden sheet was changed',
    ],
  ];

  it.each(wrongSheets)('%s', async (_, edit, told) => {
    const done = await importEdited(edit);
    expect(
      done.told.some((line) => line.includes(told)),
      done.told.join('\n'),
    ).toBe(true);
    expect(done.written).toBe(false);
  });

  it.each([
    [
      'a row removed from a correction',
      (sheet: EditedSheet) =>
        row(
          sheet,
          Object.fromEntries(
            ['Nr.', 'Mangeltype', 'Rolle', 'Alvor', 'Skøn', 'Hjemmel', 'Sted 1'].map((name) => [name, '']),
          ),
        ),
      'no row for the defect "d1", expected each defect that stood in the sheet. Put the row back and choose "ja" under "Udgår"',
    ],
    [
      'a change without a reason',
      (sheet: EditedSheet) => row(sheet, { Alvor: 'mindre' }),
      'M11 (Begrundelse for ændring): nothing, in a row that was changed, expected why it is changed.',
    ],
    [
      'a removal without a reason',
      (sheet: EditedSheet) => row(sheet, { Udgår: 'ja' }),
      'M11 (Begrundelse for ændring): nothing',
    ],
    [
      'the same number twice',
      (sheet: EditedSheet) => row(sheet, { 'Nr.': 'd1' }, 2),
      'A12 (Nr.): "d1" again',
    ],
    [
      'another conclusion without a reason',
      (sheet: EditedSheet) => {
        for (const at of [1, 2]) row(sheet, { Rolle: 'vejledende', 'Begrundelse for ændring': 'x' }, at);
        conclude(sheet);
      },
      'B7 (Hvorfor ændres konklusionen?): nothing, beside another conclusion',
    ],
  ])('%s', async (_, edit, told) => {
    const done = await importEdited((open) => edit(open('c1')), { prefill: true });
    expect(
      done.told.some((line) => line.includes(told)),
      done.told.join('\n'),
    ).toBe(true);
    expect(done.written).toBe(false);
  });

  it('tells everything at once, in both sheets', async () => {
    const done = await importEdited((open) => {
      for (const id of ['c1', 'c2']) {
        conclude(open(id), 'sagen har mangler');
        row(open(id), { ...good, Hjemmel: 'hmm', Rolle: 'hmm', 'Sted 3': 'hmm' });
      }
    });
    expect(done.told).toHaveLength(6);
    expect(done.written).toBe(false);
  });

  it.each([
    ['no file', async (file: string) => writeFile(`${file}.x`, ''), 'nej.xlsx', 'no such file'],
    ['an empty file', async (file: string) => writeFile(file, ''), '', 'an empty file'],
    ['text', async (file: string) => writeFile(file, 'a;b;c'), '', 'text, as in a CSV file'],
    [
      'a password',
      async (file: string) => {
        const encryption = { password: 'x', spinCount: 1000 };
        await writeFile(file, await writeXlsx({ sheets: [{ name: 'Ark1', rows: [['hej']] }], encryption }));
      },
      '',
      'a file protected by a password',
    ],
    [
      'a workbook of somebody else',
      async (file: string) =>
        writeFile(file, await writeXlsx({ sheets: [{ name: 'Ark1', rows: [['hej']] }] })),
      '',
      'a workbook that `maalestok labels` did not write',
    ],
  ])('%s', async (_, spoil, other, told) => {
    const file = join(place.folder, 'skidt.xlsx');
    await spoil(file);
    const options = { dataset: join(place.folder, 'data'), annotator: 'anna' };
    if (other === '' && !(await readdir(place.folder)).includes('skidt.xlsx')) throw new Error('no file');
    const { error } = await captureOutput(async () =>
      importLabels([other === '' ? file : join(place.folder, other)], options),
    );
    expect(renderError(error)).toContain(told);
  });

  it('refuses sheets of another version, and of another annotator', async () => {
    const other = await importEdited(
      (open) => {
        conclude(open('c1'));
        conclude(open('c2'));
      },
      { import: { annotator: 'bo' } },
    );
    expect(other.told).toEqual([]);
    const file = join(place.folder, 'annas.xlsx');
    const data = join(place.folder, 'data-v');
    await cp(join(place.folder, 'data'), data, { recursive: true });
    await captureOutput(() =>
      exportLabels({
        dataset: data,
        split: 'test',
        format: 'xlsx',
        out: file,
        annotator: 'anna',
        language: 'da',
      }),
    );
    await editWorkbook(file, (open) => {
      conclude(open('c1'));
      conclude(open('c2'));
    });
    const card = JSON.parse(await readFile(join(data, 'card.json'), 'utf8'));
    await writeFile(join(data, 'card.json'), JSON.stringify({ ...card, version: '2' }));
    const imported = (annotator: string, more = {}) =>
      captureOutput(() => importLabels([file], { dataset: data, annotator, ...more }));
    expect(renderError((await imported('anna')).error)).toContain(
      'sheets of "small" 1, expected sheets of "small" 2. The cases are the same: add --same-cases to take them.',
    );
    expect(renderError((await imported('bo', { sameCases: true })).error)).toContain(
      'sheets for "anna", expected sheets for "bo"',
    );
    expect((await imported('anna', { sameCases: true })).stdout).toBe(
      'anna, test: 2 cases labelled, 0 changed, 0 as they were\n',
    );
    expect((await imported('anna', { sameCases: true })).stdout).toBe(
      'anna, test: 0 cases labelled, 0 changed, 2 as they were\n',
    );
  });

  it('takes part of the sheets where that is asked for', async () => {
    const done = await importEdited((open) => conclude(open('c1'), 'sagen kræver ingen tilladelse'), {
      import: { skipUntouched: true },
    });
    expect({ told: done.told, stdout: done.stdout }).toEqual({
      told: [],
      stdout: 'anna, test: 1 cases labelled, 0 changed, 0 as they were\n',
    });
  });

  it('says where a new version goes before it makes one', async () => {
    const change: Edit = (open) => row(open('c1'), { Alvor: 'mindre', 'Begrundelse for ændring': 'lille' });
    const nowhere = await importEdited(change, { prefill: true, import: { out: undefined as never } });
    expect(nowhere.written).toBe(false);
    await mkdir(join(place.folder, 'taken'), { recursive: true });
    await writeFile(join(place.folder, 'taken', 'card.json'), '{}');
    const taken = await importEdited(change, { prefill: true, import: { out: join(place.folder, 'taken') } });
    expect(taken.written).toBe(false);
  });
});

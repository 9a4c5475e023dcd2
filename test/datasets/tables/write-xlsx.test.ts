import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { cellLimit, fromCellText, toCellText } from '../../../datasets/tables/cell-text.ts';
import { readXlsx } from '../../../datasets/tables/read-xlsx.ts';
import { toSheetNames } from '../../../datasets/tables/sheet-names.ts';
import { writeXlsx } from '../../../datasets/tables/write-xlsx.ts';
import { hostileText } from '../../support/hostile-text.ts';

const workbook = {
  title: 'Prøve',
  date: '2024-09-01',
  sheets: [
    {
      name: 'Ark',
      rows: [
        [{ value: 'Navn', style: 'header' as const }, 'Tal'],
        ['=1+1', 3.5],
        ['_x0041_', true],
        [null, -2],
      ],
      widths: [20, 10],
      frozenRows: 1,
      filter: { row: 0, bottom: 3, columns: 2 },
      dropDowns: [{ top: 1, bottom: 3, column: 0, list: 'lang' }],
    },
  ],
  lists: { lang: Array.from({ length: 200 }, (_, at) => `en ret lang mulighed, nummer ${at}`) },
  notInList: { title: 'Nej', text: 'Vælg en mulighed.' },
};

describe('writeXlsx', () => {
  it('writes typed cells that read back, and text that is no formula', async () => {
    const { sheets } = await readXlsx(await writeXlsx(workbook), { file: 'x.xlsx' });
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Ark', false],
      ['_lister', true],
    ]);
    expect(sheets[0]!.rows.map((row) => row.map(({ value }) => value))).toEqual([
      ['Navn', 'Tal'],
      ["'=1+1", 3.5],
      ['_x0041_', true],
      [null, -2],
    ]);
  });

  it('puts a list on a hidden sheet, beyond the 255 characters of a written one; freezes, filters, wraps', async () => {
    const files = unzipSync(await writeXlsx(workbook));
    const xml = Buffer.from(files['xl/worksheets/sheet1.xml']!).toString('utf8');
    expect(xml).toContain("<formula1>'_lister'!$A$1:$A$200</formula1>");
    expect(xml).toContain('sqref="A2:A4"');
    expect(xml).toContain('state="frozen"');
    expect(xml).toContain('<autoFilter ref="A1:B4"/>');
    expect(Buffer.from(files['docProps/core.xml']!).toString('utf8')).toContain('2024-09-01T00:00:00Z');
  });

  it('gives the same bytes each time', async () => {
    expect(await writeXlsx(workbook)).toEqual(await writeXlsx(workbook));
  });

  it('refuses a drop-down whose list is not there', async () => {
    const sheets = [{ name: 'Ark', rows: [], dropDowns: [{ top: 0, bottom: 0, column: 0, list: 'nej' }] }];
    await expect(writeXlsx({ ...workbook, sheets })).rejects.toThrow('there is no list "nej"');
  });
});

describe('toCellText', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom(...Object.values(hostileText)),
  );

  it('gives text that a workbook holds as it is, and that no spreadsheet takes for a formula', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const shown = toCellText(text);
        expect(/^[=+\-@\t]/u.test(shown.trimStart())).toBe(false);
        expect(/[\u202A-\u202E\u2066-\u2069]/u.test(shown)).toBe(false);
        expect(shown.isWellFormed()).toBe(true);
        expect(toCellText(text)).toBe(shown);
        const sheets = [{ name: 'Ark', rows: [['x', text]] }];
        const read = await readXlsx(await writeXlsx({ ...workbook, sheets }), { file: 'x.xlsx' });
        expect(read.sheets[0]!.rows[0]![1]?.value ?? '').toBe(shown);
      }),
      { numRuns: 60 },
    );
  });

  it('is undone for text without such characters', () => {
    const plain = fc
      .string({ unit: 'grapheme', maxLength: 80 })
      .filter((text) => !/[\p{Cc}\p{Cf}]/u.test(text));
    fc.assert(
      fc.property(plain, (text) => {
        expect(fromCellText(toCellText(text))).toBe(text);
      }),
    );
    for (const text of ['=1', "'=1", "''=1", '-3', ' +x', "it's", "'ord'"])
      expect(fromCellText(toCellText(text))).toBe(text);
  });

  it('cuts what a cell cannot hold, and says so', () => {
    const cut = toCellText('å'.repeat(1_000_000));
    expect([cut.length, cut.at(-1)]).toEqual([cellLimit, '…']);
  });
});

describe('toSheetNames', () => {
  it('gives names that Excel takes, each once, for any titles', () => {
    const title = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom('History', "'", '[x]:*?/\\', 'A', 'a', 'Ａ', 'x'.repeat(40), '', '😀'.repeat(20)),
    );
    fc.assert(
      fc.property(fc.array(title, { maxLength: 12 }), (titles) => {
        const names = toSheetNames(titles, ['Vejledning']);
        expect(names).toHaveLength(titles.length);
        expect(new Set([...names, 'Vejledning'].map((name) => name.toLowerCase())).size).toBe(
          titles.length + 1,
        );
        for (const name of names) {
          expect(name.length >= 1 && name.length <= 31).toBe(true);
          expect(/[[\]:*?/\\]|^'|'$|^history$/iu.test(name)).toBe(false);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
    );
  });

  it('keeps ids that are short and apart as they are', () => {
    expect(toSheetNames(['bs-1', 'bs-2', 'BS-1', 'x:y'])).toEqual(['bs-1', 'bs-2', 'BS-1~2', 'x-y']);
  });
});

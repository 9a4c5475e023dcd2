import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { smallMapping, tryIntake } from '../../support/intake.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

interface Row {
  Sagsnr: string;
  Type: string;
  Dato: string;
  Areal: number | null;
  Andel: number | null;
  Ja: boolean;
  Tekst: string;
}

// `Æ€` alone in a file is the same bytes as a letter of UTF-8: nobody can tell them apart.
const text = fc
  .stringMatching(/^[a-zæøåÆØÅ€ ;,."'=+\n-]{0,30}$/u)
  .map((value) => value.replace(/[ÆØÅæøå]€/gu, '€'));
const row: fc.Arbitrary<Omit<Row, 'Sagsnr'>> = fc.record({
  // Now and then a word that the mapping does not know: such a row is rejected.
  Type: fc.constantFrom('Carport', 'Tilbygning', 'carport', 'Hus'),
  Dato: fc
    .date({ min: new Date('2020-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  Areal: fc.option(fc.integer({ min: -99_999, max: 9_999_999 }).map((value) => value / 100)),
  Andel: fc.option(fc.integer({ min: 0, max: 1000 }).map((value) => value / 10)),
  Ja: fc.boolean(),
  Tekst: text,
});
const table = fc
  .array(row, { minLength: 1, maxLength: 12 })
  .map((rows) => rows.map((each, at): Row => ({ Sagsnr: `24/${at}`, ...each })));

const names = ['Sagsnr', 'Type', 'Dato', 'Areal', 'Andel', 'Ja', 'Tekst'] as const;
const mapping = smallMapping({
  case: [
    'case:',
    '  caseId: Sagsnr',
    '  caseType: { column: Type, map: { Carport: sekundaer_over_50, Tilbygning: tilbygning } }',
    '  municipality: { value: Nordby }',
    '  applicationDate: Dato',
    '  zone: { value: byzone }',
    '  fields: { terraenkote_m: Areal, bebyggelsesprocent_oplyst_pct: { column: Andel, unit: "%" }, ejer_signatur: Ja }',
  ].join('\n'),
});

const decimal = (value: number | null) =>
  value === null ? '' : value.toLocaleString('da-DK', { minimumFractionDigits: 2 });
const asText = (each: Row) => [
  each.Sagsnr,
  each.Type,
  each.Dato.split('-').reverse().join('-'),
  decimal(each.Areal),
  each.Andel === null ? '' : `${String(each.Andel).replace('.', ',')} %`,
  each.Ja ? 'ja' : 'nej',
  each.Tekst,
];

type Encode = (text: string) => Uint8Array;
const encodings: Record<string, Encode> = {
  'utf-8': (value) => Buffer.from(value),
  'utf-8 with a mark': (value) => Buffer.from(`\uFEFF${value}`),
  'utf-8 with two marks': (value) => Buffer.from(`\uFEFF\uFEFF${value}`),
  'utf-16': (value) => Buffer.from(`\uFEFF${value}`, 'utf16le'),
  'windows-1252': (value) =>
    Uint8Array.from([...value], (letter) => (letter === '€' ? 0x80 : letter.codePointAt(0)!)),
};

const asCsv = (rows: readonly Row[], delimiter: string, encode: Encode) =>
  encode(
    stringify([[...names], ...rows.map(asText)], {
      delimiter,
      record_delimiter: 'windows',
      quoted_match: /[\r\n]/u,
    }),
  );

async function asXlsx(rows: readonly Row[]): Promise<Uint8Array> {
  const cells = new Map<string, object>();
  const values = rows.map((each, at) => {
    const day = new Date(`${each.Dato}T00:00:00Z`);
    const share = each.Andel === null ? null : each.Andel / 100;
    cells.set(`${at + 1},2`, { value: day, style: { numFmt: 'dd-mm-yyyy' } });
    if (share !== null) cells.set(`${at + 1},4`, { value: share, style: { numFmt: '0.0%' } });
    return [each.Sagsnr, each.Type, day, each.Areal, share, each.Ja, each.Tekst];
  });
  return writeXlsx({ sheets: [{ name: 'Sager', rows: [[...names], ...values], cells }] });
}

const asJsonl = (rows: readonly Row[]) =>
  rows.map((each) => `${JSON.stringify({ ...each, Andel: each.Andel })}\n`).join('');

/** What is taken in, and how many rows were and were not. */
async function taken(folder: string, name: string, content: string | Uint8Array, yaml = mapping) {
  await rm(join(folder, 'ud'), { recursive: true, force: true });
  const { report } = await tryIntake(folder, { input: name, files: { [name]: content }, mapping: yaml });
  const { rows, accepted, already, rejected, reasons } = report!;
  const files = accepted === 0 ? [] : (await readdir(join(folder, 'ud'))).sort();
  const contents = await Promise.all(files.map((file) => readFile(join(folder, 'ud', file), 'utf8')));
  return { counts: { rows, accepted, already, rejected }, reasons, contents };
}

describe('the same table', () => {
  it('as CSV in any encoding with any delimiter, as XLSX and as JSONL makes the same cases, to the byte', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const first = await taken(folder, 'a.csv', asCsv(rows, ';', encodings['utf-8']!));
        const { accepted, rejected } = first.counts;
        expect(first.counts).toEqual({ rows: rows.length, accepted, already: 0, rejected });
        expect(accepted + rejected).toBe(rows.length);
        expect(rejected).toBe(rows.filter(({ Type }) => Type === 'Hus').length);
        for (const encode of Object.values(encodings)) {
          for (const delimiter of [';', ',', '\t']) {
            expect(await taken(folder, 'a.csv', asCsv(rows, delimiter, encode))).toEqual(first);
          }
        }
        expect(await taken(folder, 'a.xlsx', await asXlsx(rows))).toEqual(first);
        const jsonl = await taken(folder, 'a.jsonl', asJsonl(rows));
        expect(jsonl.contents).toEqual(first.contents);
      }),
      { numRuns: 15 },
    );
  });

  it('in another order has the same rows taken in, and each case in the same split', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const sorted = (contents: readonly string[]) => contents.slice(1).map((text) => text.split('\n').sort());
    await fc.assert(
      fc.asyncProperty(
        table.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        async ([rows, shuffled]) => {
          const one = await taken(folder, 'a.csv', asCsv(rows, ';', encodings['utf-8']!));
          const other = await taken(folder, 'a.csv', asCsv(shuffled, ';', encodings['utf-8']!));
          expect(other.counts).toEqual(one.counts);
          expect(sorted(other.contents)).toEqual(sorted(one.contents));
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('what Excel does', () => {
  it('is understood: blanks that are none, soft hyphens, line breaks in cells, text for numbers, `sep=`, empty rows, formulas', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const csvText =
      'sep=;\r\nSagsnr;Type;Dato;Areal;Andel;Ja;Tekst\r\n' +
      '24/1;Car\u00ADport\u00A0;14-09-2024;1\u00A0012,5;;ja;"linje 1\r\nlinje\u00A02"\r\n;;;;;;\r\n\r\n';
    const { contents, counts } = await taken(folder, 'a.csv', csvText);
    expect(counts).toEqual({ rows: 1, accepted: 1, already: 0, rejected: 0 });
    expect(JSON.parse(contents.at(-1)!)).toMatchObject({
      caseId: '24-1',
      caseType: 'sekundaer_over_50',
      fields: { terraenkote_m: 1012.5, ejer_signatur: true },
      documents: [{ pages: [{ page: 1, text: 'linje 1\nlinje 2' }] }],
    });
    const values = ['24/1', 'Carport', '14-09-2024', '1.012,5', null, true, 'linje 1\nlinje 2'];
    const rows = [[...names], values, values.map(() => null)];
    const cells = new Map([['1,3', { formula: 'A1', formulaResult: 1012.5 }]]);
    const sheet = { name: 'A', rows, cells, columns: [{}, { hidden: true }] };
    const { report } = await tryIntake(folder, {
      input: 'b.xlsx',
      files: {
        'b.xlsx': await writeXlsx({
          sheets: [sheet, { name: 'Skjult', hidden: true, rows: [[1]] }],
          dateSystem: '1904',
        }),
      },
      mapping,
    });
    expect(report?.already).toBe(1);
    expect(report?.notes).toEqual([
      'read from the sheet "A"',
      'dates by the calendar of 1904',
      'hidden columns that were read: "Type"',
      'formulas, of which the saved value was read: "Areal"',
    ]);
  });
});

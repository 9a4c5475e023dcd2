import { readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { csv, goodRow, header, smallMapping, type TryOptions, tryIntake } from '../../support/intake.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const good = csv(header, goodRow);
const one = (content: string | Uint8Array, mapping?: string): TryOptions => ({
  input: 'sager.csv',
  files: { 'sager.csv': content },
  ...(mapping === undefined ? {} : { mapping }),
});
const xlsx = (content: Uint8Array, mapping?: string): TryOptions => ({
  input: 'sager.xlsx',
  files: { 'sager.xlsx': content },
  ...(mapping === undefined ? {} : { mapping }),
});
const cells = [header.split(';'), ['24/1', 'Carport', '14-09-2024', 812.5, 'x']];
const pdfMapping = (pattern: string, more: Record<string, string> = {}) =>
  smallMapping({
    case: 'case: { caseId: Sagsnr, caseType: { value: tilbygning }, municipality: { value: N }, applicationDate: { value: 2024-09-14 }, zone: { value: byzone } }',
    documents: 'documents: []',
    files: `files: { pattern: "${pattern}" }`,
    ...more,
  });

const csvNames = 'the columns that the mapping names; the header has';
const renew = 'Open it in Excel and save it as "Excel-projektmappe (.xlsx)".';
const page = 'docs/intake.md explains each part.';

/** Each refused whole: name, what is tried, the whole message. */
const table: [string, () => TryOptions | Promise<TryOptions>, string][] = [
  ['an empty file', () => one(''), 'ind/sager.csv: an empty file, expected a header and rows'],
  [
    'a header alone',
    () => one(csv(header)),
    'ind/sager.csv: no row under the header, expected at least one row',
  ],
  [
    'blank rows alone',
    () => one(csv(header, ';;;;', '', ' ; ;;;')),
    'ind/sager.csv: no row under the header, expected at least one row',
  ],
  [
    'the wrong delimiter in the mapping',
    () => one(good, smallMapping({ source: 'source: { delimiter: "," }' })),
    `ind/sager.csv, line 1: no column "Sagsnr", "Type", "Dato", "Areal", "Tekst", expected ${csvNames} "${header}"\n` +
      '  The file rather seems to be separated by semicolon.',
  ],
  [
    'a column that is not there',
    () => one(csv('Sagsnr;Type;Modtaget;Areal;Tekst', goodRow)),
    `ind/sager.csv, line 1: no column "Dato", expected ${csvNames} "Sagsnr", "Type", "Modtaget", "Areal", "Tekst"\n` +
      '  Correct the name in the mapping or in the file; `source.headerRow` says which row holds the names.',
  ],
  [
    'a column twice',
    () => one(csv(`${header};Areal`, `${goodRow};1`)),
    'ind/sager.csv, line 1: the column "Areal" twice, expected each mapped column once\n  Give one of them another name.',
  ],
  [
    'an empty header',
    () => one(csv(';;;;', goodRow)),
    'ind/sager.csv, line 1: an empty header, expected the names of the columns\n' +
      '  Set `source.headerRow` in the mapping to the row with the names.',
  ],
  [
    'a header row that is not there',
    () => one(good, smallMapping({ source: 'source: { headerRow: 9 }' })),
    'ind/sager.csv: only 2 rows, expected a header in row 9\n  Correct `source.headerRow` in the mapping.',
  ],
  [
    'two encodings in one file',
    () => one(Buffer.concat([Buffer.from(good), latin1(csv('24/2;Carport;14-09-2024;1,5;skår'))])),
    'ind/sager.csv, line 3: Windows-1252 letters, and UTF-8 letters on line 2, expected one encoding in the whole file\n' +
      '  Save the file anew as "CSV UTF-8", or set `encoding` in the mapping.',
  ],
  [
    'another encoding than declared',
    () => one(latin1(good), smallMapping({ source: 'source: { encoding: utf-8 }' })),
    'ind/sager.csv, line 2: bytes that are no UTF-8, expected UTF-8, as the mapping says\n' +
      '  Save the file anew as "CSV UTF-8", or set `encoding` in the mapping.',
  ],
  [
    'a NUL byte',
    () => one(csv(header, goodRow.replace('En', 'E\0n'))),
    'ind/sager.csv, line 2: a NUL byte, expected text\n' +
      '  Save the file anew as "CSV UTF-8"; if it is UTF-16 without a mark, set `encoding: utf-16le` in the mapping.',
  ],
  [
    'UTF-16 without a mark',
    () => one(Buffer.from(good, 'utf16le')),
    'ind/sager.csv, line 1: a NUL byte, expected text\n' +
      '  Save the file anew as "CSV UTF-8"; if it is UTF-16 without a mark, set `encoding: utf-16le` in the mapping.',
  ],
  [
    'a quotation mark that is never closed',
    () =>
      one(csv(header, goodRow, '24/2;Carport;14-09-2024;1,5;"En carport', '24/3;Carport;14-09-2024;1,5;x')),
    'ind/sager.csv, line 3: a quotation mark that is never closed, expected one at the end of the cell\n' +
      '  Close it; within a cell a quotation mark is written twice.',
  ],
  [
    'a quotation mark in the middle of a cell',
    () => one(csv(header, '24/2;Carport;14-09-2024;1,5;"En" carport')),
    'ind/sager.csv, line 2: a quotation mark in the middle of a cell (CSV_INVALID_CLOSING_QUOTE), expected quotation marks around whole cells\n' +
      '  Within a cell a quotation mark is written twice, and the whole cell is quoted.',
  ],
  [
    'a very long line',
    () => one(Buffer.concat([Buffer.from(csv(header)), Buffer.alloc(34 * 1024 * 1024, 'a')])),
    'ind/sager.csv, line 2: a row longer than 32 MiB, expected shorter rows\n' +
      '  Check that line ends are there, and that no quotation mark is left open.',
  ],
  [
    'a workbook that is named .csv',
    async () => one(await writeXlsx({ sheets: [{ name: 'A', rows: cells }] })),
    'ind/sager.csv: an Excel file that is named as CSV, expected a CSV file\n' +
      '  Name it .xlsx, or save it in Excel as "CSV UTF-8".',
  ],
  [
    'a CSV that is named .xlsx',
    () => xlsx(Buffer.from(good)),
    'ind/sager.xlsx: text, as in a CSV file, expected an XLSX file\n  Name it .csv, or save it in Excel as .xlsx.',
  ],
  [
    'a workbook with a password',
    async () =>
      xlsx(
        await writeXlsx({
          sheets: [{ name: 'A', rows: cells }],
          encryption: { password: 'x', spinCount: 10 },
        }),
      ),
    'ind/sager.xlsx: a file protected by a password, expected an XLSX file\n' +
      '  In Excel: Filer > Oplysninger > Beskyt projektmappe > Krypter med adgangskode; clear the password and save.',
  ],
  [
    'the old .xls',
    () => ({ input: 'sager.xls', files: { 'sager.xls': Buffer.from('d0cf11e0a1b11ae1', 'hex') } }),
    `ind/sager.xls: the old format .xls, whatever the file is called, expected an XLSX file\n  ${renew}`,
  ],
  [
    'a workbook that is cut off',
    async () => xlsx((await writeXlsx({ sheets: [{ name: 'A', rows: cells }] })).subarray(0, 700)),
    'ind/sager.xlsx: a ZIP that is cut off or damaged, expected an XLSX file as Excel saves it\n' +
      '  Open it in Excel and save it anew as "Excel-projektmappe (.xlsx)".',
  ],
  [
    'a workbook that unpacks to far more than it is',
    async () => xlsx(bomb(await writeXlsx({ sheets: [{ name: 'A', rows: cells }] }))),
    'ind/sager.xlsx: a file that unpacks to 4096 MiB, expected at most 256 MiB\n  Split the file, and leave out what is not needed.',
  ],
  [
    'several sheets, none named',
    async () => xlsx(await writeXlsx({ sheets: ['2023', '2024'].map((name) => ({ name, rows: cells })) })),
    'ind/sager.xlsx: 2 sheets: "2023", "2024", expected the name of one\n  Set `source.sheet` in the mapping.',
  ],
  [
    'a sheet that is not there',
    async () =>
      xlsx(
        await writeXlsx({ sheets: [{ name: 'A', rows: cells }] }),
        smallMapping({ source: 'source: { sheet: Sager }' }),
      ),
    'ind/sager.xlsx: no sheet "Sager", expected one of "A"\n  Correct `source.sheet` in the mapping.',
  ],
  [
    'hidden sheets alone',
    async () =>
      xlsx(
        await writeXlsx({
          sheets: [
            { name: 'A', rows: cells, hidden: true },
            { name: 'B', rows: [] },
          ],
        }),
      ),
    'ind/sager.xlsx: no visible sheet with anything in it, expected a sheet with a header and rows\n' +
      '  Name a hidden one with `source.sheet` in the mapping.',
  ],
  [
    'a file of another kind',
    () => ({ input: 'sager.docx', files: { 'sager.docx': 'x' } }),
    'ind/sager.docx: a file named ".docx", expected .csv, .xlsx or .jsonl\n' +
      '  Name the file so, or set `source.format` in the mapping.',
  ],
  [
    'a file that is not there',
    () => ({ input: 'ingen.csv', files: {} }),
    'ind/ingen.csv: no such file, expected a CSV, XLSX or JSONL file, or a folder',
  ],
  [
    'JSONL without an object',
    () => ({ input: 'a.jsonl', files: { 'a.jsonl': '[]\n' } }),
    'ind/a.jsonl: no row, expected one JSON object a line',
  ],
  [
    'UTF-16 JSONL',
    () => ({ input: 'a.jsonl', files: { 'a.jsonl': Buffer.from('\uFEFF{}\n', 'utf16le') } }),
    'ind/a.jsonl, line 1: UTF-16 text, expected UTF-8 text\n  Save the file as UTF-8 (in Excel: "CSV UTF-8").',
  ],
  [
    'a folder without a pattern',
    () => ({ input: '.', files: { 'a.pdf': '%PDF-' } }),
    'mapping.yaml, field files: nothing, expected a pattern for the files of a folder, or `source.table`\n' +
      '  Say how files belong to cases: `files: { pattern: "{Sagsnr}/{document}.pdf" }`.',
  ],
  [
    'a folder in which nothing fits the pattern',
    () => ({ input: '.', files: { 'a.pdf': '%PDF-' }, mapping: pdfMapping('{Sagsnr}/{document}.pdf') }),
    'ind: no file that fits the pattern, expected files of cases\n' +
      '  Correct `files.pattern` in the mapping, or name the table of the cases with `source.table`.',
  ],
  [
    'a pattern without the case’s number',
    () => ({ input: '.', files: { 'a.pdf': '%PDF-' }, mapping: pdfMapping('{Nummer}/{document}.pdf') }),
    'mapping.yaml, field files.pattern: the names "Nummer", expected {Sagsnr} among them, the column of caseId',
  ],
  [
    'a folder of files that leads out of the input',
    () => one(good, smallMapping({ source: 'source: { files: ../../etc }' })),
    `mapping.yaml, line 3, field source.files: "../../etc", expected a file name in the folder of files, like bilag/plan.pdf\n  ${page}`,
  ],
  [
    'a mapping that is no YAML',
    () => one(good, 'schema: [\ncase: }'),
    `mapping.yaml, line 2: no YAML (BAD_INDENT), expected a mapping (YAML)\n  ${page}`,
  ],
  [
    'a mapping with a misspelt part',
    () => one(good, smallMapping({ case: 'case:\n  caseId: Sagsnr\n  casetype: Type' })),
    'mapping.yaml, line 6, field case: unknown field "casetype", expected only the fields of a mapping\n  Check the spelling, or leave it out.',
  ],
];

describe('an input that is refused whole', () => {
  it.each(table)('%s', async (_, make, message) => {
    await using temporary = await temporaryFolder();
    const tried = await tryIntake(temporary.folder, await make());
    expect(tried.error).toBe(message);
    expect(tried.made).toBe(false);
    expect((await readdir(temporary.folder)).sort()).toEqual(['ind', 'mapping.yaml']);
  });

  it('leaves a data set that is there as it is, to the byte', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    expect((await tryIntake(folder, one(good))).report?.accepted).toBe(1);
    const before = await contents(join(folder, 'ud'));
    for (const [, make] of table) {
      expect((await tryIntake(folder, await make())).error).toBeDefined();
      expect(await contents(join(folder, 'ud'))).toEqual(before);
    }
  });

  it('refuses a folder that holds something else, or another data set', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await tryIntake(folder, one(good));
    const other = smallMapping({
      dataset: 'dataset: { id: sydby, titleDa: S, titleEn: S, origin: made up }',
    });
    expect((await tryIntake(folder, one(good, other))).error).toMatch(
      /card\.json, flag --out: the data set "nordby", expected an empty folder, a new one, or one that holds "sydby"$/u,
    );
    await writeFile(join(folder, 'ud/card.json'), '{');
    expect((await tryIntake(folder, one(good))).error).toMatch(/card\.json: no JSON/u);
  });

  it('refuses a link in the place of the input', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    await tryIntake(folder, { input: 'ingen.csv', files: { 'a.csv': good } });
    await symlink(join(folder, 'ind/a.csv'), join(folder, 'ind/b.csv'));
    expect((await tryIntake(folder, { input: 'b.csv', files: {} })).error).toBe(
      'ind/b.csv: a link, expected the file itself',
    );
  });
});

/** Says of the first file in the ZIP that it unpacks to 4 GB less a byte or two. */
function bomb(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(Buffer.from('PK\u0001\u0002', 'latin1'));
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(at + 24, 0xffefffff, true);
  return bytes;
}

async function contents(folder: string): Promise<Record<string, string>> {
  const { readFile } = await import('node:fs/promises');
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

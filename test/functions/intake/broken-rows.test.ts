import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { csv, goodRow, header, smallMapping, type TryOptions, tryIntake } from '../../support/intake.ts';
import { makePdf } from '../../support/make-pdf.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

/** A good row in row 2, and the row that is tried in row 3. */
const row = (line: string, mapping?: string): TryOptions => ({
  input: 'sager.csv',
  files: { 'sager.csv': csv(header, goodRow, line) },
  ...(mapping === undefined ? {} : { mapping }),
});

async function sheet(
  values: CellValue[],
  more: Partial<WriteSheet> = {},
  mapping?: string,
): Promise<TryOptions> {
  const good = ['24/1', 'Carport', '14-09-2024', 812.5, 'x'];
  const rows = [header.split(';'), good, values];
  const content = await writeXlsx({ sheets: [{ name: 'A', rows, ...more }] });
  return {
    input: 'sager.xlsx',
    files: { 'sager.xlsx': content },
    ...(mapping === undefined ? {} : { mapping }),
  };
}

const fileMapping = smallMapping({
  documents:
    'documents:\n  - { documentId: a, type: { value: ansoegning }, title: { value: A }, file: Tekst }',
});
/** The row names this file; the good one names none. */
const file = async (name: string, content?: string | Uint8Array): Promise<TryOptions> => ({
  input: 'sager.csv',
  files: {
    'sager.csv': csv(header, '24/1;Carport;14-09-2024;1,5;', `24/2;Carport;14-09-2024;1,5;${name}`),
    ...(content === undefined ? {} : { [name]: content }),
  },
  mapping: fileMapping,
});

const labelMapping = smallMapping({
  labels: 'labels:\n  outcome: Type\n  defects:\n    - { codes: Tekst, citations: Areal }',
  case: 'case: { caseId: Sagsnr, caseType: { value: tilbygning }, municipality: { value: N }, applicationDate: Dato, zone: { value: byzone } }',
  documents: 'documents: []',
});
const label = (line: string): TryOptions => ({
  input: 'sager.csv',
  files: { 'sager.csv': csv(header, '24/1;complete;14-09-2024;;ingen', line) },
  mapping: labelMapping,
});

const inFolder = 'a file name in the folder of files, like bilag/plan.pdf';
const table: [string, () => TryOptions | Promise<TryOptions>, ...string[]][] = [
  [
    'a row short',
    () => row('24/2;Carport;14-09-2024;1,5'),
    '4 cells, expected 5 as in the header (a line break or a delimiter may be missing)',
  ],
  [
    'a row long',
    () => row('24/2;Carport;14-09-2024;1,5;a;b'),
    '6 cells, expected 5 as in the header (a cell with a delimiter in it needs quotation marks)',
  ],
  [
    'a row that is one cell too long, the last of which is empty',
    () => row('24/2;Carport;14-09-2024;1;5;'),
    '6 cells, expected 5 as in the header (a cell with a delimiter in it needs quotation marks)',
  ],
  ['no case id', () => row(';Carport;14-09-2024;1,5;x'), 'Sagsnr: an empty cell, expected a value'],
  [
    'a case id with odd signs',
    () => row('24*2;Carport;14-09-2024;1,5;x'),
    'Sagsnr: "24*2", expected an id of at most 128 letters, digits, ".", "_", "-" or ":", beginning with a letter or digit',
  ],
  [
    'a word that the map does not know',
    () => row('24/2;Hus;14-09-2024;1,5;x'),
    'Type: "Hus", expected one of "Carport", "Tilbygning"',
  ],
  [
    'a day that is not in the calendar',
    () => row('24/2;Carport;31-09-2024;1,5;x'),
    'Dato: "31-09-2024", which is no day of the calendar, expected a date like 14-09-2024',
  ],
  [
    'day and month either way round',
    () => row('24/2;Carport;03/04/2024;1,5;x'),
    'Dato: "03/04/2024", where day and month may be either way round, expected a date like 14-09-2024, or `dates: [dd/mm/yyyy]` in the mapping',
  ],
  [
    'a year of two digits',
    () => row('24/2;Carport;14-09-24;1,5;x'),
    'Dato: "14-09-24" with a year of two digits, expected a date like 14-09-2024, or `dates: [dd-mm-yy]` in the mapping',
  ],
  [
    'a number for a date that is none',
    () => row('24/2;Carport;2024;1,5;x'),
    'Dato: "2024", expected a date like 14-09-2024',
  ],
  [
    'a number that may be two',
    () => row('24/2;Carport;14-09-2024;12.345;x'),
    'Areal: "12.345", which may be 12345 or 12,345, expected 12345 without the separator, or `thousands: true` in the mapping',
  ],
  [
    'a decimal point',
    () => row('24/2;Carport;14-09-2024;12.5;x'),
    'Areal: "12.5" with a decimal point, expected a decimal comma, or `numbers: english` in the mapping',
  ],
  [
    'words for a number',
    () => row('24/2;Carport;14-09-2024;ca. 800;x'),
    'Areal: "ca. 800", expected a number like 1.234,5',
  ],
  [
    'a unit that the mapping does not name',
    () => row('24/2;Carport;14-09-2024;800 m²;x'),
    'Areal: "800 m²", expected a number like 1.234,5',
  ],
  [
    'more digits than can be held',
    () => row('24/2;Carport;14-09-2024;1234567890123456;x'),
    'Areal: "1234567890123456" with more than 15 digits, expected a number that can be held exactly',
  ],
  [
    'an error of Excel’s',
    () => row('24/2;#REF!;14-09-2024;1,5;x'),
    'Type: "#REF!", expected one of "Carport", "Tilbygning"',
  ],
  [
    'a control character',
    () => row('24/2;Carport;14-09-2024;1,5;a\u0007b'),
    'Tekst: "a\uFFFDb" with a control character, expected text',
  ],
  [
    'everything at once',
    () => row(';Hus;i går;mange;a\u0007b'),
    'Sagsnr: an empty cell, expected a value',
    'Type: "Hus", expected one of "Carport", "Tilbygning"',
    'Dato: "i går", expected a date like 14-09-2024',
    'Areal: "mange", expected a number like 1.234,5',
    'Tekst: "a\uFFFDb" with a control character, expected text',
  ],
  [
    'a formula without a value',
    () =>
      sheet(['24/2', 'Carport', '14-09-2024', null, 'x'], { cells: new Map([['2,3', { formula: '1+1' }]]) }),
    'Areal: a formula whose value Excel has not saved, expected a value (open the file in Excel and save it, or paste values)',
  ],
  [
    'a formula that came to an error',
    () =>
      sheet(['24/2', 'Carport', '14-09-2024', null, 'x'], {
        cells: new Map([['2,3', { formula: '1/0', formulaResult: '#DIV/0!' }]]),
      }),
    'Areal: the Excel error #DIV/0!, expected a value',
  ],
  [
    'a merged cell',
    () =>
      sheet(['24/2', 'Carport', '14-09-2024', 1, 'x'], {
        merges: [{ startRow: 2, startCol: 1, endRow: 3, endCol: 1 }],
      }),
    'Type: the merged cells B3:B4, expected a cell of its own in each row',
  ],
  [
    'a hidden row',
    () => sheet(['24/2', 'Carport', '14-09-2024', 1, 'x'], { rowDefs: new Map([[2, { hidden: true }]]) }),
    'a hidden row, expected a row that is shown (or `hiddenRows: take` or `skip` in the mapping)',
  ],
  [
    'a percentage where none is expected',
    () =>
      sheet(['24/2', 'Carport', '14-09-2024', 0.3, 'x'], {
        cells: new Map([['2,3', { value: 0.3, style: { numFmt: '0%' } }]]),
      }),
    'Areal: the percentage 30 %, expected a plain number, or `unit: "%"` in the mapping',
  ],
  [
    'a long number that Excel has rounded',
    () => sheet([2 ** 60, 'Carport', '14-09-2024', 1, 'x']),
    'Sagsnr: 1152921504606847000, stored as a number, of which Excel keeps 15 digits, expected a cell formatted as text',
  ],
  [
    'JSON that is none',
    () => ({
      input: 'a.jsonl',
      files: { 'a.jsonl': `{"Sagsnr":"24/1","Type":"Carport","Dato":"2024-09-14"}\n\n{"Sagsnr":"24\n` },
    }),
    'no JSON (it ends too early), expected one JSON object',
    'Sagsnr: an empty cell, expected a value',
    'Type: an empty cell, expected a value',
    'Dato: an empty cell, expected a value',
  ],
  [
    'an object in JSON',
    () => ({
      input: 'a.jsonl',
      files: {
        'a.jsonl': `{"Sagsnr":"24/1","Type":"Carport","Dato":"2024-09-14"}\n\n{"Sagsnr":"24/2","Type":"Carport","Dato":"2024-09-14","Areal":{"m2":1}}\n`,
      },
    }),
    'Areal: an object, expected a value',
  ],
  [
    'a path out of the folder',
    () => file('../mapping.yaml'),
    `Tekst: "../mapping.yaml", which leads out of its folder, expected ${inFolder}`,
  ],
  [
    'a path out of the folder, as Windows writes it',
    () => file('bilag\\..\\..\\a.pdf'),
    `Tekst: "bilag\\..\\..\\a.pdf", which leads out of its folder, expected ${inFolder}`,
  ],
  [
    'an absolute path',
    () => file('/etc/passwd'),
    `Tekst: "/etc/passwd", a place on a machine, expected ${inFolder}`,
  ],
  [
    'a drive',
    () => file('C:\\sager\\a.pdf'),
    `Tekst: "C:\\sager\\a.pdf", a place on a machine, expected ${inFolder}`,
  ],
  [
    'a device of Windows’',
    () => file('con.pdf'),
    `Tekst: "con.pdf", a name that Windows does not allow, expected ${inFolder}`,
  ],
  [
    'a file that is not there',
    () => file('a.pdf'),
    'Tekst: no file "a.pdf", expected the name of a file in the folder of files',
  ],
  [
    'an empty file',
    () => file('a.pdf', ''),
    'Tekst: "a.pdf", an empty file, expected a file with something in it',
  ],
  [
    'a file of another kind',
    () => file('a.pdf', 'Hej'),
    'Tekst: "a.pdf", neither PDF, PNG nor JPEG, expected one of them',
  ],
  [
    'a PDF that is damaged',
    () => file('a.pdf', '%PDF-1.4\nno pdf'),
    'Tekst: "a.pdf": a PDF that cannot be read (InvalidPDFException), expected a PDF that opens without an error',
  ],
  [
    'a code that the taxonomy does not know',
    () => label('24/2;;14-09-2024;;ukendt'),
    'Tekst: unknown code "ukendt", expected a code or a Danish name of the taxonomy byggesag 1.0 (see `npx maalestok taxonomy`)',
  ],
  [
    'a citation that cannot be read',
    () => label('24/2;;14-09-2024;se vejledning;mangler_benyttelse'),
    'Areal: "se vejledning", in which no provision can be read, expected a citation like "BR18 § 10, stk. 1, nr. 2"',
  ],
  [
    'fewer citations than codes',
    () => label('24/2;;14-09-2024;BR18 § 10;"mangler_benyttelse;mangler_brandklasse_dokumentation"'),
    'Areal: 1 parts beside 2 codes, expected a part for each code, in the same order',
  ],
  [
    'a citation beside no defect',
    () => label('24/2;;14-09-2024;BR18 § 10;ingen'),
    'Areal: "BR18 § 10" beside "ingen", expected no citation where there is no defect, or the defect that it is for',
  ],
  [
    'the same defect twice',
    () => label('24/2;;14-09-2024;;"mangler_benyttelse;mangler_benyttelse"'),
    'the defect "mangler_benyttelse" twice, alike, expected each once, or what tells them apart',
  ],
  [
    'JSON that is nested deep',
    () => ({
      input: 'a.jsonl',
      files: {
        'a.jsonl': `{"Sagsnr":"24/1","Type":"Carport","Dato":"2024-09-14"}\n\n{"Sagsnr":"24/2","Type":"Carport","Dato":"2024-09-14","Areal":${'['.repeat(100_000)}${']'.repeat(100_000)}}\n`,
      },
    }),
    'Areal: a list of other things than text, expected a value',
  ],
  [
    'no label',
    () => label('24/2;;14-09-2024;;'),
    'Tekst: an empty cell, expected codes of defects, or "ingen" where there are none',
  ],
  [
    'an outcome against the codes',
    () => label('24/2;complete;14-09-2024;;mangler_benyttelse'),
    'Type: "complete" beside a required defect, expected deficient',
  ],
];

describe('a row that is rejected', () => {
  it.each(table)('%s: every reason, and the rest goes in', async (_, make, ...reasons) => {
    await using temporary = await temporaryFolder();
    const tried = await tryIntake(temporary.folder, await make());
    const { rows, accepted, already, rejected, reasons: named } = tried.report!;
    expect({ error: tried.error, rows, accepted, already, rejected, named }).toEqual({
      error: undefined,
      rows: 2,
      accepted: 1,
      already: 0,
      rejected: 1,
      named: [{ row: 3, reasons }],
    });
    const rest = (await readdir(temporary.folder)).filter((name) => name !== 'ind').sort();
    expect(rest).toEqual(['mapping.yaml', 'ud', expect.stringMatching(/^ud-rejected\.(?:csv|xlsx|jsonl)$/u)]);
  });

  it('where all are, nothing is made but the file to mend', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const tried = await tryIntake(folder, {
      input: 'a.csv',
      files: { 'a.csv': csv(header, '24/2;Hus;14-09-2024;1;x') },
    });
    expect(tried.error).toBe(
      'ind/a.csv: 1 rows, every one rejected, expected at least one row that can be taken in\n' +
        '  The reasons stand in the first column of ud-rejected.csv.',
    );
    expect((await readdir(folder)).sort()).toEqual(['ind', 'mapping.yaml', 'ud-rejected.csv']);
  });

  it('a case twice with different contents: both rows', async () => {
    await using temporary = await temporaryFolder();
    const lines = [goodRow, '24/2;Carport;14-09-2024;1,5;x', goodRow, '24/2;Carport;14-09-2024;2,5;x'];
    const tried = await tryIntake(temporary.folder, {
      input: 'a.csv',
      files: { 'a.csv': csv(header, ...lines) },
    });
    const reasons = ['Sagsnr: "24-2" in rows 3, 5 with different contents, expected one row a case'];
    const { rows, accepted, already, rejected, reasons: named } = tried.report!;
    expect({ rows, accepted, already, rejected, named }).toEqual({
      rows: 4,
      accepted: 1,
      already: 1,
      rejected: 2,
      named: [
        { row: 3, reasons },
        { row: 5, reasons },
      ],
    });
  });

  it('a file that is a link out of its folder', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const options = await file('b.pdf');
    await tryIntake(folder, { ...options, files: { 'x.pdf': '' } });
    await symlink(join(folder, 'mapping.yaml'), join(folder, 'ind/b.pdf'));
    const { report } = await tryIntake(folder, options);
    expect(report?.reasons).toEqual([
      { row: 3, reasons: ['Tekst: "b.pdf", a link out of its folder, expected the file itself'] },
    ]);
  });

  it('a formula in a rejected row is defused in the file that is written', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const line = '24/2;Hus;14-09-2024;-1,5;"=HYPERLINK(""http://example.com"")"';
    await tryIntake(folder, row(line, smallMapping().replace('grundareal_m2', 'terraenkote_m')));
    const text = await readFile(join(folder, 'ud-rejected.csv'), 'utf8');
    expect(text).toBe(
      `\uFEFFAfvist fordi;${header}\r\n` +
        '"Type: ""Hus"", expected one of ""Carport"", ""Tilbygning""";24/2;Hus;14-09-2024;-1,5;"\'=HYPERLINK(""http://example.com"")"\r\n',
    );
  });

  it('a PDF with a password', async () => {
    // pdf-lib cannot encrypt: the trailer of a file that says it is.
    const plain = await PDFDocument.load(await makePdf(['x']));
    const text = Buffer.from(await plain.save({ useObjectStreams: false })).toString('latin1');
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> /P -4 >> /ID [<00> <00>]`;
    await using temporary = await temporaryFolder();
    const { report } = await tryIntake(
      temporary.folder,
      await file('a.pdf', Buffer.from(text.replace('trailer\n<<', `trailer\n<< ${encrypt}`), 'latin1')),
    );
    expect(report?.reasons).toEqual([
      { row: 3, reasons: ['Tekst: "a.pdf": a PDF protected by a password, expected one that can be opened'] },
    ]);
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../datasets/tables/read-xlsx.ts';
import { header, smallMapping, type TryOptions, tryIntake } from '../../support/intake.ts';
import { temporaryFolder } from '../../support/small-dataset.ts';

const columns = header.split(';');

/** What is rejected of a file, and of the file of rejected rows sent as it is. */
async function twice(folder: string, options: TryOptions & { rejected: string }) {
  const first = await tryIntake(folder, options);
  const input = `igen-${options.input}`;
  const files = { [input]: await readFile(join(folder, options.rejected)) };
  const second = await tryIntake(folder, { ...options, input, files });
  return [first, second].map(({ report }) => ({
    accepted: report?.accepted,
    reasons: report?.reasons.map(({ reasons }) => reasons),
  }));
}

async function workbookOf(folder: string, name: string) {
  const { sheets } = await readXlsx(await readFile(join(folder, name)), { file: name });
  return sheets[0]!.rows.map((row) => row.map(({ value }) => value));
}

describe('an XLSX of rejected rows', () => {
  it('keeps a hidden row out until its mark is gone', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const rows = [
      columns,
      ['24/1', 'Carport', '14-09-2024', 1, 'x'],
      ['24/2', 'Carport', '14-09-2024', 2, 'y'],
    ];
    const content = await writeXlsx({
      sheets: [{ name: 'A', rows, rowDefs: new Map([[2, { hidden: true }]]) }],
    });
    const mapped = '`hiddenRows: take` or `skip` in the mapping';
    expect(
      await twice(folder, { input: 'a.xlsx', files: { 'a.xlsx': content }, rejected: 'ud-rejected.xlsx' }),
    ).toEqual([
      { accepted: 1, reasons: [[`a hidden row, expected a row that is shown (or ${mapped})`]] },
      {
        accepted: 0,
        reasons: [
          [`a row that was hidden, by the mark in its first cell, expected no mark there (or ${mapped})`],
        ],
      },
    ]);
    const written = await workbookOf(folder, 'ud-rejected-2.xlsx');
    expect(written[1]![0]).toMatch(/^#RET: skjult række \| a row that was hidden/u);
    // By the mapping: taken or passed over, as in the first file.
    const again = await readFile(join(folder, 'ud-rejected.xlsx'));
    const skipped = smallMapping({ source: 'source: { hiddenRows: skip }' });
    expect(
      (await tryIntake(folder, { input: 's.xlsx', files: { 's.xlsx': again }, mapping: skipped })).error,
    ).toBe('ind/s.xlsx: no row under the header, expected at least one row');
    // Saved as CSV on the way, it is still marked.
    const lines = written.map((row) =>
      row.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(';'),
    );
    const asCsv = await tryIntake(folder, {
      input: 'r.csv',
      files: { 'r.csv': `${lines.join('\r\n')}\r\n` },
    });
    expect(asCsv.report?.rejected).toBe(1);
    written[1]![0] = null;
    const mended = await writeXlsx({ sheets: [{ name: 'A', rows: written }] });
    expect((await tryIntake(folder, { input: 'm.xlsx', files: { 'm.xlsx': mended } })).report?.accepted).toBe(
      1,
    );
  });

  it.each([
    ['text', 'fælles', 'fælles'],
    ['a number', 1.5, '1,5'],
    ['a date', new Date('2024-09-14T00:00:00Z'), '14-09-2024'],
  ] as const)('keeps a filled cell of merged ones out until it is typed: %s', async (_, value, shown) => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const rows = [
      columns,
      ['24/1', 'Carport', '14-09-2024', 1, value],
      ['24/2', 'Carport', '14-09-2024', 2, null],
    ];
    const merges = [{ startRow: 1, startCol: 4, endRow: 2, endCol: 4 }];
    const cells =
      value instanceof Date ? new Map([['1,4', { value, style: { numFmt: 'dd-mm-yyyy' } }]]) : new Map();
    const content = await writeXlsx({ sheets: [{ name: 'A', rows, merges, cells }] });
    const [first, second] = await twice(folder, {
      input: 'a.xlsx',
      files: { 'a.xlsx': content },
      rejected: 'ud-rejected.xlsx',
    });
    expect([first!.accepted, first!.reasons!.length, second!.accepted, second!.reasons!.length]).toEqual([
      0, 2, 0, 2,
    ]);
    const written = await workbookOf(folder, 'ud-rejected-2.xlsx');
    expect(written.slice(1).map((row) => row[5])).toEqual([
      `#RET: flettede celler: ${shown}`,
      '#RET: flettede celler',
    ]);
    written[1]![5] = shown;
    const mended = await writeXlsx({ sheets: [{ name: 'A', rows: written }] });
    const last = await tryIntake(folder, { input: 'm.xlsx', files: { 'm.xlsx': mended } });
    expect([last.report?.accepted, last.report?.rejected]).toEqual([1, 1]);
  });

  it('counts days from the same day as the workbook that was sent', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    // 14 September 2024 in the calendar of 1904, in a cell that is not formatted as a date.
    const rows = [columns, ['24/1', 'Hus', 44_087, 1, 'x']];
    const content = await writeXlsx({ sheets: [{ name: 'A', rows }], dateSystem: '1904' });
    await tryIntake(folder, { input: 'a.xlsx', files: { 'a.xlsx': content } });
    const files = { 'b.xlsx': await readFile(join(folder, 'ud-rejected.xlsx')) };
    const mapping = smallMapping().replace('Carport:', 'Hus: tilbygning, Carport:');
    expect((await tryIntake(folder, { input: 'b.xlsx', files, mapping })).report?.accepted).toBe(1);
    const taken = await readFile(join(folder, 'ud/test.cases.jsonl'), 'utf8');
    expect(JSON.parse(taken)).toMatchObject({ applicationDate: '2024-09-14' });
  });
});

describe('a JSONL of rejected lines', () => {
  it('has every line with its reason, and judges it the same when it comes again', async () => {
    await using temporary = await temporaryFolder();
    const { folder } = temporary;
    const lines = [
      '{"Sagsnr":"24/1","Type":"Carport","Dato":"2024-09-14"}',
      '{"Sagsnr":"24/2","Type":"Hus","Dato":"2024-09-14"}',
      '["24/3"]',
      'ikke json "x"',
      '{"Sagsnr":"24/4"',
      '{"Sagsnr":"24/5","Sagsnr":"24/6","Type":"Carport","Dato":"2024-09-14"}',
      '{"Sagsnr":"24/7"," Sagsnr":"24/8","Type":"Carport","Dato":"2024-09-14"}',
    ];
    const files = { 'a.jsonl': lines.map((line) => `${line}\n`).join('') };
    const [first, second] = await twice(folder, { input: 'a.jsonl', files, rejected: 'ud-rejected.jsonl' });
    expect([first!.accepted, second]).toEqual([1, { accepted: 0, reasons: first!.reasons }]);
    expect(first!.reasons!.map(([reason]) => reason)).toEqual([
      'Type: "Hus", expected one of "Carport", "Tilbygning"',
      '["24/3"], expected a JSON object',
      'no JSON (syntax error), expected one JSON object',
      'no JSON (syntax error at character 17), expected one JSON object',
      'a field that is written twice, expected each field once',
      'the field "Sagsnr" twice, expected each field once',
    ]);
    const written = await readFile(join(folder, 'ud-rejected.jsonl'), 'utf8');
    expect(await readFile(join(folder, 'ud-rejected-2.jsonl'), 'utf8')).toBe(written);
    expect(
      written
        .trim()
        .split('\n')
        .every((line) => line.startsWith('{"Afvist fordi":"')),
    ).toBe(true);
    expect(written).toContain('"Linje":"ikke json \\"x\\""}\n');
    // Mended where it stands, or as a line of its own.
    const mended = written
      .replace('"Linje":"[\\"24/3\\"]"', '"Sagsnr":"24/3","Type":"Carport","Dato":"2024-09-14"')
      .replace('"Linje":"ikke json \\"x\\""', `"Linje":${JSON.stringify(lines[0]!.replace('24/1', '24/9'))}`);
    const last = await tryIntake(folder, { input: 'c.jsonl', files: { 'c.jsonl': mended } });
    expect([last.report?.accepted, last.report?.rejected]).toEqual([2, 4]);
  });
});

import { type WriteOptions, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../datasets/errors.ts';
import { readXlsx, type XlsxLimits } from '../../../datasets/tables/read-xlsx.ts';

const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('readXlsx', () => {
  it('gives each cell its kind, and says what is hidden, merged and worked out', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Sager',
          columns: [{}, { hidden: true }],
          rows: [
            ['sag', 'andel', 'dato', 'ja', 'sum', 'fejl'],
            ['a', 0.3, day('2024-09-14'), true, null, '#REF!'],
            [' ', 1.5, new Date('2024-09-14T10:30:00Z'), false, null, null],
            [null, null, null, null, null, null],
          ],
          cells: new Map([
            ['1,1', { value: 0.3, style: { numFmt: '0%' } }],
            ['1,2', { value: day('2024-09-14'), style: { numFmt: 'dd-mm-yyyy' } }],
            ['2,2', { value: new Date('2024-09-14T10:30:00Z'), style: { numFmt: 'dd-mm-yyyy hh:mm' } }],
            ['1,4', { formula: '1+1', formulaResult: 2 }],
            ['2,4', { formula: '1+1' }],
          ]),
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
          rowDefs: new Map([[2, { hidden: true }]]),
        },
        { name: 'Skjult', hidden: true, rows: [[1]] },
      ],
    });
    const empty = { kind: 'empty', value: null };
    expect(await readXlsx(bytes, { file: 'a.xlsx' })).toEqual({
      dateSystem: '1900',
      sheets: [
        {
          name: 'Sager',
          hidden: false,
          rows: [
            ['sag', 'andel', 'dato', 'ja', 'sum', 'fejl'].map((value) => ({ kind: 'text', value })),
            [
              { kind: 'text', value: 'a' },
              { kind: 'number', value: 0.3, percent: true },
              { kind: 'date', value: '2024-09-14' },
              { kind: 'boolean', value: true },
              { kind: 'number', value: 2, formula: true },
              { kind: 'error', value: '#REF!' },
            ],
            [
              { kind: 'text', value: ' ' },
              { kind: 'number', value: 1.5 },
              { kind: 'date', value: '2024-09-14T10:30:00' },
              { kind: 'boolean', value: false },
              { ...empty, formula: true },
            ],
          ],
          hiddenRows: new Set([2]),
          hiddenColumns: new Set([1]),
          merges: [{ top: 1, left: 0, bottom: 2, right: 0 }],
        },
        {
          name: 'Skjult',
          hidden: true,
          rows: [[{ kind: 'number', value: 1 }]],
          hiddenRows: new Set(),
          hiddenColumns: new Set(),
          merges: [],
        },
      ],
    });
  });

  it('reads a date alike in both calendars', async () => {
    const sheets = [{ name: 'A', columns: [{ numFmt: 'yyyy-mm-dd' }], rows: [[day('2024-09-14')]] }];
    for (const dateSystem of ['1900', '1904'] as const) {
      const { sheets: read, ...rest } = await readXlsx(await writeXlsx({ sheets, dateSystem }), {
        file: 'a',
      });
      expect({ ...rest, rows: read[0]!.rows }).toEqual({
        dateSystem,
        rows: [[{ kind: 'date', value: '2024-09-14' }]],
      });
    }
  });

  it('reads one sheet by name', async () => {
    const bytes = await make({
      sheets: [
        { name: 'A', rows: [[1]] },
        { name: 'B', rows: [[2]] },
      ],
    });
    const { sheets } = await readXlsx(bytes, { file: 'a', sheet: 'B' });
    expect(sheets.map(({ name, rows }) => ({ name, rows }))).toEqual([
      { name: 'B', rows: [[{ kind: 'number', value: 2 }]] },
    ]);
  });

  const simple = {
    sheets: [
      {
        name: 'A',
        rows: [
          ['x', 'y'],
          [1, 2],
        ],
      },
    ],
  };
  const text = (value: string) => new TextEncoder().encode(value);
  const anew = 'Open it in Excel and save it anew as "Excel-projektmappe (.xlsx)".';
  const asXlsx = 'Open it in Excel and save it as "Excel-projektmappe (.xlsx)".';
  const split = 'Split the file, and leave out what is not needed.';
  const table: [string, () => Promise<Uint8Array> | Uint8Array, string, Partial<XlsxLimits>?][] = [
    [
      'an empty file',
      () => text(''),
      'a.xlsx: an empty file, expected an XLSX file\n  Save the sheet once more.',
    ],
    [
      'a CSV file',
      () => text('id;navn\n1;x'),
      'a.xlsx: text, as in a CSV file, expected an XLSX file\n  Name it .csv, or save it in Excel as .xlsx.',
    ],
    ['a web page', () => text('<html>'), `a.xlsx: a web page or XML, expected an XLSX file\n  ${asXlsx}`],
    ['bytes', () => Uint8Array.of(1, 2, 3), `a.xlsx: something else, expected an XLSX file\n  ${asXlsx}`],
    [
      'a password',
      () => make({ ...simple, encryption: { password: 'x', spinCount: 10 } }),
      'a.xlsx: a file protected by a password, expected an XLSX file\n' +
        '  In Excel: Filer > Oplysninger > Beskyt projektmappe > Krypter med adgangskode; clear the password and save.',
    ],
    [
      '.xls',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      `a.xlsx: the old format .xls, whatever the file is called, expected an XLSX file\n  ${asXlsx}`,
    ],
    [
      'a file that is cut off',
      async () => (await make(simple)).subarray(0, 900),
      `a.xlsx: a ZIP that is cut off or damaged, expected an XLSX file as Excel saves it\n  ${anew}`,
    ],
    [
      'a damaged sheet',
      async () => damage(await make(simple)),
      'a.xlsx: an XLSX file that cannot be read (…), expected an XLSX file as Excel saves it\n' +
        '  Open it in Excel and save it anew; if it is very large, split it.',
    ],
    [
      'a large file',
      () => make(simple),
      `a.xlsx: 1 MiB, expected at most 1 MiB\n  ${split}`,
      { fileBytes: 100 },
    ],
    [
      'a ZIP bomb',
      () => make({ sheets: [{ name: 'A', rows: [['0'.repeat(4_000_000)]] }] }),
      `a.xlsx: a file that unpacks to 4 MiB, expected at most 1 MiB\n  ${split}`,
      { unpackedBytes: 1024 * 1024 },
    ],
    [
      'a ZIP bomb that tells no size',
      async () => hideSizes(await make(simple)),
      `a.xlsx: a ZIP that hides how much it unpacks to, expected an XLSX file as Excel saves it\n  ${anew}`,
    ],
    [
      'a ZIP bomb that tells a small size',
      async () => tellSmallSizes(await make({ sheets: [{ name: 'A', rows: [['0'.repeat(4_000_000)]] }] })),
      'a.xlsx: an XLSX file that cannot be read (…), expected an XLSX file as Excel saves it\n' +
        '  Open it in Excel and save it anew; if it is very large, split it.',
    ],
    [
      'two cells in opposite corners',
      () => make({ sheets: [{ name: 'A', rows: [[1]], cells: new Map([['900000,16000', { value: 1 }]]) }] }),
      'a.xlsx: an XLSX file that cannot be read (…), expected an XLSX file as Excel saves it\n' +
        '  Open it in Excel and save it anew; if it is very large, split it.',
    ],
    [
      'too many sheets',
      () => make({ sheets: ['A', 'B', 'C'].map((name) => ({ name, rows: [[1]] })) }),
      `a.xlsx: 3 sheets, expected at most 2\n  ${split}`,
      { sheets: 2 },
    ],
    [
      'too many cells',
      () => make(simple),
      `a.xlsx: more than 3 cells, expected fewer\n  ${split}`,
      { cells: 3 },
    ],
  ];

  it.each(table)('refuses %s', async (_, bytes, message, limits) => {
    const error = await readXlsx(await bytes(), { file: 'a.xlsx', limits }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(InputError);
    expect((error as InputError).message.replace(/read \(.*\), expected/u, 'read (…), expected')).toBe(
      message,
    );
  });
});

function make(options: WriteOptions): Promise<Uint8Array> {
  return writeXlsx(options);
}

/** Every central directory entry of the ZIP. */
function* entries(bytes: Uint8Array): Generator<DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) yield new DataView(bytes.buffer, bytes.byteOffset + at, 46);
  }
}

function hideSizes(bytes: Uint8Array): Uint8Array {
  for (const entry of entries(bytes)) entry.setUint32(24, 0, true);
  return bytes;
}

function tellSmallSizes(bytes: Uint8Array): Uint8Array {
  for (const entry of entries(bytes)) entry.setUint32(24, 100, true);
  return bytes;
}

/** Bytes in the middle of the packed data turned around. */
function damage(bytes: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf('xl/worksheets/sheet1.xml') + 40;
  return bytes.map((byte, index) => (index >= at && index < at + 40 ? byte ^ 0xff : byte));
}

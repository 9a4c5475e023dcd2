import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { excerpt, InputError } from '../../datasets/errors.ts';
import { cleanHeader } from '../../datasets/intake/clean-cell.ts';
import { undoDefuse } from '../../datasets/intake/defuse-raw.ts';
import { detectDelimiter } from '../../datasets/intake/detect-delimiter.ts';
import { type Encoding, EncodingDetector } from '../../datasets/intake/detect-encoding.ts';
import { type HeaderIndex, indexHeader } from '../../datasets/intake/index-header.ts';
import type { InputRow } from '../../datasets/intake/input-row.ts';
import { mappedColumns } from '../../datasets/intake/mapped-columns.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import { emptyCell, type TableCell } from '../../datasets/tables/table.ts';
import { lineLimitBytes } from '../adapters/decode-lines.ts';
import { judgeHiddenRow } from './hidden-row.ts';
import type { InputTable } from './input-table.ts';
import { hiddenRowMark, holdsHiddenMark } from './mend-mark.ts';

const startLength = 256 * 1024;

/** Opens a CSV file: encoding and delimiter are found out, columns located. @throws {InputError} */
export async function openCsv(path: string, file: string, mapping: Mapping): Promise<InputTable> {
  const { source } = mapping;
  const encoding = await detectEncoding(path, file, source.encoding);
  const start = await readStart(path, encoding);
  const hinted = /^\uFEFF*sep=([;,\t|])\r?\n/u.exec(start)?.[1];
  const wanted = mappedColumns(mapping);
  const headerRow = source.headerRow + (hinted === undefined ? 0 : 1);
  const found = detectDelimiter(start, headerRow, wanted);
  const delimiter = source.delimiter ?? hinted ?? found;
  const records = () => readRecords(path, file, encoding, delimiter);
  const header = await readHeader(records, headerRow, file);
  const hint =
    delimiter === found ? undefined : `The file rather seems to be separated by ${sayDelimiter(found)}.`;
  const index = indexHeader(header, wanted, { file, row: headerRow, hint });
  return {
    format: 'csv',
    dateSystem: '1900',
    notes: [
      `read as ${encoding}, separated by ${sayDelimiter(delimiter)}`,
      ...(/^\uFEFF\uFEFF/u.test(start) ? ['a byte-order mark twice'] : []),
    ],
    shape: {
      format: 'csv',
      delimiter,
      encoding,
      header: index.resent ? index.columns.slice(1) : header.map(cleanHeader),
    },
    rows: () => toRows(records(), index, headerRow, mapping),
    unmapped: index.unmapped,
  };
}

async function detectEncoding(path: string, file: string, declared: Encoding | undefined): Promise<Encoding> {
  const detector = new EncodingDetector(file);
  for await (const chunk of createReadStream(path)) detector.add(chunk as Uint8Array);
  return detector.finish(declared);
}

async function readStart(path: string, encoding: Encoding): Promise<string> {
  let text = '';
  for await (const part of decode(path, encoding)) {
    text += part;
    if (text.length >= startLength) break;
  }
  return text;
}

async function* decode(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  for await (const chunk of createReadStream(path))
    yield decoder.decode(chunk as Uint8Array, { stream: true });
  yield decoder.decode();
}

async function* readRecords(
  path: string,
  file: string,
  encoding: Encoding,
  delimiter: string,
): AsyncGenerator<string[]> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: lineLimitBytes,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const input = Readable.from(decode(path, encoding));
  input.on('error', (error) => parser.destroy(error)).pipe(parser);
  try {
    for await (const record of parser) yield record as string[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw csvError(cause, file);
  } finally {
    input.destroy();
  }
}

function csvError(cause: CsvError, file: string): InputError {
  // The library's own lines count CR and LF each; its records are the rows that Excel shows.
  const line = Number((cause as { records?: unknown }).records) + 1;
  switch (cause.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new InputError(
        {
          file,
          line,
          is: 'a quotation mark that is never closed',
          expected: 'one at the end of the cell',
          mend: 'Close it; within a cell a quotation mark is written twice.',
        },
        { cause },
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new InputError(
        {
          file,
          line,
          is: `a row longer than ${lineLimitBytes / 1024 / 1024} MiB`,
          expected: 'shorter rows',
          mend: 'Check that line ends are there, and that no quotation mark is left open.',
        },
        { cause },
      );
    default:
      return new InputError(
        {
          file,
          line,
          is: `a quotation mark in the middle of a cell (${excerpt(cause.code, 40)})`,
          expected: 'quotation marks around whole cells',
          mend: 'Within a cell a quotation mark is written twice, and the whole cell is quoted.',
        },
        { cause },
      );
  }
}

async function readHeader(
  records: () => AsyncIterable<string[]>,
  headerRow: number,
  file: string,
): Promise<string[]> {
  let row = 0;
  for await (const record of records()) {
    row += 1;
    if (row === headerRow) return record;
  }
  throw new InputError({
    file,
    is: `only ${row} rows`,
    expected: `a header in row ${headerRow}`,
    mend: 'Correct `source.headerRow` in the mapping.',
  });
}

async function* toRows(
  records: AsyncIterable<string[]>,
  index: HeaderIndex,
  headerRow: number,
  mapping: Mapping,
): AsyncGenerator<InputRow> {
  const width = index.columns.length;
  let row = 0;
  for await (const record of records) {
    row += 1;
    if (row <= headerRow) continue;
    const texts = index.resent ? record.map(undoDefuse) : record;
    if (texts.slice(index.resent ? 1 : 0).every((text) => text.trim() === '')) continue;
    // An XLSX of rejected rows, saved as CSV.
    const hidden = index.resent && holdsHiddenMark(texts[0] ?? '');
    const judged = judgeHiddenRow(hidden && 'marked', mapping);
    if (judged === null) continue;
    const read = toRow(texts, row, index, width);
    const problems = [...judged.problems, ...read.problems];
    yield { ...read, problems, ...(hidden ? { mark: hiddenRowMark } : {}) };
  }
}

/** A cell too many shifts all behind it, also where the last one is empty: `1,5` between commas. */
function toRow(texts: readonly string[], row: number, { at, resent }: HeaderIndex, width: number): InputRow {
  const problems =
    texts.length < width
      ? [
          {
            is: `${texts.length} cells`,
            expected: `${width} as in the header (a line break or a delimiter may be missing)`,
          },
        ]
      : texts.length > width
        ? [
            {
              is: `${texts.length} cells`,
              expected: `${width} as in the header (a cell with a delimiter in it needs quotation marks)`,
            },
          ]
        : [];
  return {
    row,
    problems,
    raw: { texts: resent ? texts.slice(1) : texts },
    cell: (column) => toCell(texts[at.get(column)!]),
  };
}

function toCell(text: string | undefined): TableCell {
  return text === undefined || text === '' ? emptyCell : { kind: 'text', value: text };
}

function sayDelimiter(delimiter: string): string {
  return { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'a vertical bar' }[delimiter] ?? delimiter;
}

import { stringify } from 'csv-stringify/sync';
import { writeXlsx } from 'hucre/xlsx';
import { defuseRaw } from '../../datasets/intake/defuse-raw.ts';
import type { RawRow } from '../../datasets/intake/input-row.ts';
import { reasonColumn } from '../../datasets/intake/reason-column.ts';
import type { TableCell } from '../../datasets/tables/table.ts';
import type { TableShape } from './input-table.ts';
import { renderRejectedLine } from './jsonl-rejects.ts';
import { LineSink } from './line-sink.ts';

/** The file of rejected rows: as the input was, with a first column that says why. */
export interface Rejects {
  count: number;
  add(raw: RawRow, reason: string): Promise<void>;
  close(): Promise<void>;
}

/** Nothing is written before the first row comes. */
export function openRejects(path: string, shape: TableShape): Rejects {
  switch (shape.format) {
    case 'csv':
      return csvRejects(path, shape);
    case 'jsonl':
      return jsonlRejects(path);
    case 'xlsx':
      return xlsxRejects(path, shape);
  }
}

function csvRejects(path: string, shape: TableShape & { format: 'csv' }): Rejects {
  let sink: LineSink | undefined;
  const write = async (cells: readonly string[]) => {
    const text = stringify([cells.map(defuseRaw)], {
      delimiter: shape.delimiter,
      record_delimiter: 'windows',
      // The library quotes its own line end alone.
      quoted_match: /[\r\n]/u,
    });
    await sink!.bytes(encode(text, shape.encoding));
  };
  return {
    count: 0,
    async add(raw, reason) {
      if (sink === undefined) {
        sink = await LineSink.open(path);
        await sink.bytes(encodeMark(shape.encoding));
        await write([reasonColumn, ...shape.header]);
      }
      this.count += 1;
      await write([reason, ...('texts' in raw ? raw.texts : [])]);
    },
    close: async () => void (await sink?.close()),
  };
}

function jsonlRejects(path: string): Rejects {
  let sink: LineSink | undefined;
  return {
    count: 0,
    async add(raw, reason) {
      sink ??= await LineSink.open(path);
      this.count += 1;
      await sink.line(renderRejectedLine('json' in raw ? raw.json : '{}', reason));
    },
    close: async () => void (await sink?.close()),
  };
}

/** An XLSX was read whole, and so can be written whole. */
function xlsxRejects(path: string, { sheet, header, dateSystem }: TableShape & { format: 'xlsx' }): Rejects {
  const rows: TableCell[][] = [[reasonColumn, ...header].map((value) => ({ kind: 'text', value }))];
  return {
    count: 0,
    async add(raw, reason) {
      this.count += 1;
      rows.push([{ kind: 'text', value: reason }, ...('cells' in raw ? raw.cells : [])]);
    },
    async close() {
      if (this.count === 0) return;
      const sink = await LineSink.open(path);
      await sink.bytes(await renderXlsx(sheet, rows, dateSystem));
      await sink.close();
    },
  };
}

/** Cells are typed: text that begins with `=` stays text. Plain numbers that are days count from the same day. */
async function renderXlsx(
  name: string,
  rows: readonly TableCell[][],
  dateSystem: '1900' | '1904',
): Promise<Uint8Array> {
  const cells = new Map<string, object>();
  const values = rows.map((row, at) =>
    row.map((cell, column) => {
      const value =
        cell.kind === 'date' ? new Date(`${String(cell.value).slice(0, 10)}T00:00:00Z`) : cell.value;
      const numFmt = cell.kind === 'date' ? 'dd-mm-yyyy' : cell.percent === true ? '0.##%' : undefined;
      if (numFmt !== undefined) cells.set(`${at},${column}`, { value, style: { numFmt } });
      return value;
    }),
  );
  const fixed = new Date('2000-01-01T00:00:00Z');
  return writeXlsx({
    sheets: [{ name, rows: values, cells, freezePane: { rows: 1 } }],
    properties: { created: fixed, modified: fixed },
    dateSystem,
  });
}

function encodeMark(encoding: string): Uint8Array {
  return encoding === 'windows-1252' ? new Uint8Array() : encode('\uFEFF', encoding);
}

function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  return encoding === 'windows-1252' ? encodeWindows1252(text) : Buffer.from(text);
}

const windows1252 = new Map(
  Array.from({ length: 256 }, (_, byte) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(byte)),
    byte,
  ]),
);

function encodeWindows1252(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => windows1252.get(letter) ?? 0x3f);
}

import { type ReadOptions, readXlsx as readWorkbook } from 'hucre/xlsx';
import { excerpt, InputError } from '../errors.ts';
import { refuseForeignFile } from './refuse-foreign-file.ts';
import { largestExtent } from './sheet-extent.ts';
import type { Workbook } from './table.ts';
import { toTableSheet } from './to-table-sheet.ts';
import { readZipDirectory, type ZipEntry } from './zip-directory.ts';

export interface XlsxLimits {
  fileBytes: number;
  unpackedBytes: number;
  sheets: number;
  /** Cells that hold something, in all sheets together. */
  cells: number;
}

export const xlsxLimits: XlsxLimits = {
  fileBytes: 64 * 1024 * 1024,
  unpackedBytes: 256 * 1024 * 1024,
  sheets: 1000,
  cells: 2_000_000,
};

export interface ReadXlsxOptions {
  /** What to call the file in an error. */
  file: string;
  /** Only the sheet of this name; absent: all. */
  sheet?: string | undefined;
  limits?: Partial<XlsxLimits> | undefined;
}

/**
 * Reads an XLSX file, macros and pictures left aside. Nothing is worked out: a formula's value is the one Excel saved.
 * Sizes are checked in the ZIP's directory before anything is unpacked.
 * @throws {InputError} no XLSX, a password, .xls, too large, damaged
 */
export async function readXlsx(bytes: Uint8Array, options: ReadXlsxOptions): Promise<Workbook> {
  const { file } = options;
  const limits = { ...xlsxLimits, ...options.limits };
  refuseForeignFile(bytes, file);
  const entries = refuseTooLarge(bytes, limits, file);
  const { names, dateSystem } = await readNames(bytes, file);
  if (names.length > limits.sheets) throw tooMuch(file, `${names.length} sheets`, `at most ${limits.sheets}`);
  const wanted = [...names.keys()].filter((at) => options.sheet === undefined || names[at] === options.sheet);
  const workbook: Workbook = { sheets: [], dateSystem };
  let cells = 0;
  for (const batch of batchesOf(wanted, bytes, entries)) {
    const { sheets } = await readPart(bytes, file, (_, at) => batch.has(at));
    for (const read of sheets) {
      const sheet = toTableSheet(read);
      for (const row of sheet.rows) for (const { kind } of row) if (kind !== 'empty') cells += 1;
      if (cells > limits.cells) throw tooMuch(file, `more than ${limits.cells} cells`, 'fewer');
      workbook.sheets.push(sheet);
    }
  }
  return workbook;
}

/** What sheets that are read at once may hold in all: a sheet is a full rectangle while it is read. */
const atOnce = { unpackedBytes: 64 * 1024 * 1024, area: 20_000_000, cells: 2_000_000 };

/**
 * Each reading unpacks the workbook's texts and styles anew, so as many sheets are read at once as are known to be small
 * together. Several sheets may be one and the same part of the file: the largest part counts for each.
 */
function batchesOf(
  wanted: readonly number[],
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): ReadonlySet<number>[] {
  const most =
    wanted.length < 2 || unpackedBytesOf(entries) > atOnce.unpackedBytes ? 1 : fitting(bytes, entries);
  const batches: ReadonlySet<number>[] = [];
  for (let at = 0; at < wanted.length; at += most) batches.push(new Set(wanted.slice(at, at + most)));
  return batches;
}

function fitting(bytes: Uint8Array, entries: readonly ZipEntry[]): number {
  const { area, cells } = largestExtent(bytes, entries);
  const most = Math.min(atOnce.area / Math.max(1, area), atOnce.cells / Math.max(1, cells));
  return Math.max(1, Math.floor(most));
}

function refuseTooLarge(bytes: Uint8Array, limits: XlsxLimits, file: string): ZipEntry[] {
  if (bytes.length > limits.fileBytes)
    throw tooMuch(file, sayBytes(bytes.length), `at most ${sayBytes(limits.fileBytes)}`);
  const entries = readZipDirectory(bytes, file);
  refuseOtherKind(new Set(entries.map(({ name }) => name)), file);
  const unpacked = unpackedBytesOf(entries);
  if (unpacked <= limits.unpackedBytes) return entries;
  throw tooMuch(
    file,
    `a file that unpacks to ${sayBytes(unpacked)}`,
    `at most ${sayBytes(limits.unpackedBytes)}`,
  );
}

function unpackedBytesOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
}

function refuseOtherKind(names: ReadonlySet<string>, file: string): void {
  if (names.has('xl/workbook.xml')) return;
  const is = names.has('xl/workbook.bin')
    ? 'an Excel file in the binary format .xlsb'
    : names.has('content.xml')
      ? 'a LibreOffice file (.ods)'
      : names.has('word/document.xml')
        ? 'a Word file'
        : 'a ZIP that is no Excel file';
  const mend = 'Open it in Excel or LibreOffice and save it as "Excel-projektmappe (.xlsx)".';
  throw new InputError({ file, is, expected: 'an XLSX file', mend });
}

/** The names of the sheets in their order, without reading any of them. */
async function readNames(
  bytes: Uint8Array,
  file: string,
): Promise<{ names: string[]; dateSystem: Workbook['dateSystem'] }> {
  const names: string[] = [];
  const { dateSystem = '1900' } = await readPart(bytes, file, ({ name }) => {
    names.push(name);
    return false;
  });
  return { names, dateSystem };
}

async function readPart(bytes: Uint8Array, file: string, sheets: NonNullable<ReadOptions['sheets']>) {
  try {
    return await readWorkbook(bytes, { readStyles: true, sheets });
  } catch (cause) {
    const is = `an XLSX file that cannot be read (${excerpt(cause instanceof Error ? cause.message : String(cause), 120)})`;
    const mend = 'Open it in Excel and save it anew; if it is very large, split it.';
    throw new InputError({ file, is, expected: 'an XLSX file as Excel saves it', mend }, { cause });
  }
}

function tooMuch(file: string, is: string, expected: string): InputError {
  return new InputError({ file, is, expected, mend: 'Split the file, and leave out what is not needed.' });
}

function sayBytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MiB`;
}

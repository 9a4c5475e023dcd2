import { lstat, open, stat } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import type { InputTable } from './input-table.ts';
import { refuseMarks } from './mend-mark.ts';
import { openCsv } from './open-csv.ts';
import { openFolder } from './open-folder.ts';
import { openJsonl } from './open-jsonl.ts';
import { openXlsx } from './open-xlsx.ts';
import { type ScannedFolder, scanFolder } from './scan-folder.ts';

export interface OpenInput {
  table: InputTable;
  /** Files that belong to cases by the mapping's pattern. */
  scanned: ScannedFolder;
  /** Where files lie that rows name. */
  filesRoot: string;
  /** The folder that names and patterns of files count from; undefined where the mapping knows no files. */
  base: string | undefined;
}

export interface InputPlaces {
  input: string;
  mapping: Mapping;
  mappingFile: string;
  /** Where the files lie that belong to a table; absent: beside it. */
  files?: string | undefined;
}

/** Opens what is to be taken in: a table, or a folder with or without one. @throws {InputError} */
export async function openInput({ input, mapping, mappingFile, files }: InputPlaces): Promise<OpenInput> {
  const folder = (await kindOf(input)) === 'folder' ? input : undefined;
  const base = files ?? folder ?? dirname(input);
  if (files !== undefined) await requireFolder(files);
  const named = mapping.files !== undefined || mapping.documents.some(({ file }) => file !== undefined);
  const filesRoot = mapping.source.files === undefined ? base : join(base, mapping.source.files);
  const tableFile =
    folder === undefined
      ? input
      : mapping.source.table === undefined
        ? undefined
        : join(folder, mapping.source.table);
  const scanned = await scanFolder(base, mapping, mappingFile);
  if (tableFile !== undefined) {
    if (tableFile !== input) await kindOf(tableFile);
    const table = refuseMarks(await openTable(tableFile, mapping));
    return { table, scanned, filesRoot, base: named ? base : undefined };
  }
  if (mapping.files === undefined) {
    throw new InputError({
      file: mappingFile,
      field: 'files',
      is: 'nothing',
      expected: 'a pattern for the files of a folder, or `source.table`',
      mend: 'Say how files belong to cases: `files: { pattern: "{Sagsnr}/{document}.pdf" }`.',
    });
  }
  return { table: openFolder(scanned, input, mapping), scanned, filesRoot, base };
}

async function requireFolder(files: string): Promise<void> {
  const there = await stat(files).catch(() => null);
  if (there?.isDirectory() === true) return;
  const is = there === null ? 'no such folder' : 'a file';
  throw new InputError({
    file: files,
    field: '--files',
    is,
    expected: 'the folder where the files of the cases lie',
  });
}

async function kindOf(path: string): Promise<'file' | 'folder'> {
  const stat = await lstat(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return null;
    throw error;
  });
  if (stat === null)
    throw new InputError({
      file: path,
      is: 'no such file',
      expected: 'a CSV, XLSX or JSONL file, or a folder',
    });
  if (stat.isDirectory()) return 'folder';
  if (stat.isFile()) return 'file';
  throw new InputError({
    file: path,
    is: stat.isSymbolicLink() ? 'a link' : 'no ordinary file',
    expected: 'the file itself',
  });
}

const byExtension: Record<string, InputTable['format']> = {
  '.csv': 'csv',
  '.txt': 'csv',
  '.tsv': 'csv',
  '.xlsx': 'xlsx',
  '.xlsm': 'xlsx',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

async function openTable(path: string, mapping: Mapping): Promise<InputTable> {
  const extension = extname(path).toLowerCase();
  const format = mapping.source.format ?? (extension === '.xls' ? 'xlsx' : byExtension[extension]);
  switch (format) {
    case 'xlsx':
      return openXlsx(path, path, mapping);
    case 'jsonl':
      return openJsonl(path, path, mapping);
    case 'csv':
      await refuseWorkbook(path);
      return openCsv(path, path, mapping);
    default:
      throw new InputError({
        file: path,
        is: `a file named "${extension}"`,
        expected: '.csv, .xlsx or .jsonl',
        mend: 'Name the file so, or set `source.format` in the mapping.',
      });
  }
}

/** A workbook named .csv. */
async function refuseWorkbook(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    const start = buffer.subarray(0, bytesRead).toString('latin1');
    if (!start.startsWith('PK\u0003\u0004') && start !== 'ÐÏ\u0011à') return;
  } finally {
    await file.close();
  }
  throw new InputError({
    file: path,
    is: 'an Excel file that is named as CSV',
    expected: 'a CSV file',
    mend: 'Name it .xlsx, or save it in Excel as "CSV UTF-8".',
  });
}

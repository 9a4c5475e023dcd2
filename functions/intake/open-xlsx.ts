import { readFile } from 'node:fs/promises';
import { InputError } from '../../datasets/errors.ts';
import { cleanHeader } from '../../datasets/intake/clean-cell.ts';
import { type HeaderIndex, indexHeader, sayNames } from '../../datasets/intake/index-header.ts';
import type { InputRow } from '../../datasets/intake/input-row.ts';
import { mappedColumns } from '../../datasets/intake/mapped-columns.ts';
import type { Mapping } from '../../datasets/intake/mapping.ts';
import { cellLimit } from '../../datasets/tables/cell-text.ts';
import { readXlsx } from '../../datasets/tables/read-xlsx.ts';
import { emptyCell, type MergedRange, type TableCell, type TableSheet } from '../../datasets/tables/table.ts';
import { judgeHiddenRow } from './hidden-row.ts';
import type { InputTable } from './input-table.ts';
import { hiddenRowMark, holdsHiddenMark, markCells } from './mend-mark.ts';

/** Opens an XLSX file: one sheet of it. @throws {InputError} */
export async function openXlsx(path: string, file: string, mapping: Mapping): Promise<InputTable> {
  const { source } = mapping;
  const { sheets, dateSystem } = await readXlsx(await readFile(path), { file });
  const sheet = pickSheet(sheets, source.sheet, file);
  const place = `${file}, sheet "${sheet.name}"`;
  const header = sheet.rows[source.headerRow - 1]?.map(toText);
  if (header === undefined) {
    throw new InputError({
      file: place,
      is: `only ${sheet.rows.length} rows`,
      expected: `a header in row ${source.headerRow}`,
      mend: 'Correct `source.headerRow` in the mapping.',
    });
  }
  const index = indexHeader(header, mappedColumns(mapping), { file: place, row: source.headerRow });
  return {
    format: 'xlsx',
    dateSystem,
    notes: describe(sheet, index, mapping, dateSystem),
    unmapped: index.unmapped,
    shape: {
      format: 'xlsx',
      sheet: sheet.name,
      dateSystem,
      header: index.resent ? index.columns.slice(1) : header.map(cleanHeader),
    },
    rows: () => toRows(sheet, index, mapping),
  };
}

function pickSheet(sheets: readonly TableSheet[], name: string | undefined, file: string): TableSheet {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const filled = visible.filter(({ rows }) => rows.length > 0);
  if (name !== undefined) {
    const named = sheets.find((sheet) => sheet.name === name);
    if (named !== undefined) return named;
    throw new InputError({
      file,
      is: `no sheet "${name}"`,
      expected: `one of ${sayNames(sheets.map((sheet) => sheet.name))}`,
      mend: 'Correct `source.sheet` in the mapping.',
    });
  }
  if (filled.length === 1) return filled[0]!;
  if (filled.length === 0)
    throw new InputError({
      file,
      is: 'no visible sheet with anything in it',
      expected: 'a sheet with a header and rows',
      mend: 'Name a hidden one with `source.sheet` in the mapping.',
    });
  throw new InputError({
    file,
    is: `${filled.length} sheets: ${sayNames(filled.map((sheet) => sheet.name))}`,
    expected: 'the name of one',
    mend: 'Set `source.sheet` in the mapping.',
  });
}

function describe(sheet: TableSheet, index: HeaderIndex, { source }: Mapping, dateSystem: string): string[] {
  const notes = [`read from the sheet "${sheet.name}"${sheet.hidden ? ', which is hidden' : ''}`];
  if (dateSystem === '1904') notes.push('dates by the calendar of 1904');
  const hidden = [...index.at].filter(([, column]) => sheet.hiddenColumns.has(column)).map(([name]) => name);
  if (hidden.length > 0) notes.push(`hidden columns that were read: ${sayNames(hidden)}`);
  const data = sheet.rows.slice(source.headerRow);
  const count = (test: (cell: TableCell) => boolean) =>
    [...index.at]
      .filter(([, column]) => data.some((row) => row[column] !== undefined && test(row[column])))
      .map(([name]) => name);
  const formulas = count(({ formula, kind }) => formula === true && kind !== 'empty');
  if (formulas.length > 0) notes.push(`formulas, of which the saved value was read: ${sayNames(formulas)}`);
  const cut = count(({ value }) => typeof value === 'string' && value.length === cellLimit);
  if (cut.length > 0)
    notes.push(`texts of ${cellLimit} characters, which Excel may have cut off: ${sayNames(cut)}`);
  const skipped = [...sheet.hiddenRows].filter((row) => row >= source.headerRow).length;
  if (skipped > 0 && source.hiddenRows !== 'refuse')
    notes.push(
      `${skipped} hidden rows ${source.hiddenRows === 'skip' ? 'passed over' : 'taken'}, as the mapping says`,
    );
  return notes;
}

async function* toRows(sheet: TableSheet, index: HeaderIndex, mapping: Mapping): AsyncGenerator<InputRow> {
  const { source } = mapping;
  const merges = sheet.merges.filter(({ bottom }) => bottom >= source.headerRow);
  for (const [at, cells] of sheet.rows.entries()) {
    if (at < source.headerRow) continue;
    const rest = index.resent ? cells.slice(1) : cells;
    if (rest.every((cell) => cell.kind === 'empty' && cell.formula === undefined)) continue;
    const marked = index.resent && holdsHiddenMark(toText(cells[0] ?? emptyCell));
    const hidden = marked ? 'marked' : sheet.hiddenRows.has(at) && 'hidden';
    const judged = judgeHiddenRow(hidden, mapping);
    if (judged === null) continue;
    const { problems } = judged;
    const merged = new Set<number>();
    for (const [name, column] of index.at) {
      const merge = merges.find((range) => covers(range, at, column));
      if (merge === undefined) continue;
      merged.add(index.resent ? column - 1 : column);
      problems.push({
        column: name,
        is: `the merged cells ${sayRange(merge)}`,
        expected: 'a cell of its own in each row',
      });
    }
    yield {
      row: at + 1,
      problems,
      raw: { cells: markCells(rest, merged) },
      ...(hidden !== false ? { mark: hiddenRowMark } : {}),
      cell: (column) => cells[index.at.get(column)!] ?? emptyCell,
    };
  }
}

function covers({ top, left, bottom, right }: MergedRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

function sayRange({ top, left, bottom, right }: MergedRange): string {
  return `${letters(left)}${top + 1}:${letters(right)}${bottom + 1}`;
}

/** `A` to `Z`, `AA` … */
function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

function toText({ value }: TableCell): string {
  return value === null ? '' : String(value);
}

import {
  type CellStyle,
  type CellValue,
  colToLetter,
  type DataValidation,
  type WriteSheet,
  writeXlsx as writeWorkbook,
} from 'hucre/xlsx';
import { type CellStyleName, cellStyles } from './cell-styles.ts';
import { toCellText } from './cell-text.ts';

/** A cell: its value, with a style where it has one. Text is defused; a number stays a number. */
export type SheetCell =
  | string
  | number
  | boolean
  | null
  | { value: string | number | boolean | null; style: CellStyleName };

/** A list to choose from, in the cells of one column. Rows and columns count from 0; both ends are within. */
export interface DropDown {
  top: number;
  bottom: number;
  column: number;
  /** A list of the workbook, by its name. */
  list: string;
}

export interface SheetToWrite {
  /** As `toSheetNames` gives it. */
  name: string;
  rows: readonly (readonly SheetCell[])[];
  /** Of the columns, in characters. */
  widths?: readonly number[];
  /** Rows at the top that stay when the sheet is scrolled. */
  frozenRows?: number;
  /** A row with filters over so many columns, down to the row `bottom`. Counted from 0. */
  filter?: { row: number; bottom: number; columns: number };
  dropDowns?: readonly DropDown[];
  /** Not offered for showing. */
  hidden?: boolean;
}

export interface WorkbookToWrite {
  title: string;
  /** ISO date that the file carries: it comes from the data, never from a clock. Absent: the first that a ZIP can carry. */
  date?: string;
  sheets: readonly SheetToWrite[];
  /** Lists to choose from, by name. They stand on a hidden sheet: written out, a list may have 255 characters at most. */
  lists?: Readonly<Record<string, readonly string[]>>;
  /** What the cells say where something else than an entry of the list is typed. */
  notInList?: { title: string; text: string };
}

/** The hidden sheet of lists. */
export const listsSheet = '_lister';

/**
 * Writes an XLSX file. The same workbook gives the same bytes.
 * @throws {Error} where a drop-down names a list that is not there
 */
export async function writeXlsx(workbook: WorkbookToWrite): Promise<Uint8Array> {
  const lists = Object.entries(workbook.lists ?? {});
  // Without a date the library would ask the clock.
  const date = new Date(`${workbook.date ?? '1980-01-01'}T00:00:00Z`);
  return writeWorkbook({
    sheets: [...workbook.sheets.map((sheet) => toWriteSheet(sheet, workbook)), ...listSheet(lists)],
    properties: {
      title: toCellText(workbook.title),
      creator: 'Målestok',
      created: date,
      modified: date,
    },
    defaultFont: { name: 'Calibri', size: 11 },
  });
}

function toWriteSheet(sheet: SheetToWrite, workbook: WorkbookToWrite): WriteSheet {
  const cells = new Map<string, { value: CellValue; style: CellStyle }>();
  const rows = sheet.rows.map((row, at) =>
    row.map((cell, column) => {
      if (cell === null || typeof cell !== 'object') return toValue(cell);
      const value = toValue(cell.value);
      cells.set(`${at},${column}`, { value, style: cellStyles[cell.style] });
      return value;
    }),
  );
  return {
    name: sheet.name,
    rows,
    cells,
    ...(sheet.widths === undefined ? {} : { columns: sheet.widths.map((width) => ({ width })) }),
    ...(sheet.frozenRows === undefined ? {} : { freezePane: { rows: sheet.frozenRows } }),
    ...(sheet.filter === undefined ? {} : { autoFilter: { range: rangeOf(sheet.filter) } }),
    ...(sheet.dropDowns === undefined
      ? {}
      : { dataValidations: sheet.dropDowns.map((dropDown) => toValidation(dropDown, workbook)) }),
    ...(sheet.hidden === true ? { veryHidden: true } : {}),
  };
}

/** `_x0041_` is how the format itself writes a character: such text has to be written so that it is read back as text. */
function toValue(value: string | number | boolean | null): CellValue {
  if (typeof value === 'string') return toCellText(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_');
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function rangeOf({ row, bottom, columns }: { row: number; bottom: number; columns: number }): string {
  return `A${row + 1}:${colToLetter(columns - 1)}${bottom + 1}`;
}

function toValidation({ top, bottom, column, list }: DropDown, workbook: WorkbookToWrite): DataValidation {
  const at = Object.keys(workbook.lists ?? {}).indexOf(list);
  if (at < 0) throw new Error(`Cannot write the sheet: there is no list "${list}"`);
  const letter = colToLetter(column);
  const listLetter = colToLetter(at);
  const length = Math.max(1, workbook.lists![list]!.length);
  const { title, text } = workbook.notInList ?? { title: '', text: '' };
  return {
    type: 'list',
    range: `${letter}${top + 1}:${letter}${bottom + 1}`,
    formula1: `'${listsSheet}'!$${listLetter}$1:$${listLetter}$${length}`,
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'stop',
    ...(title === '' ? {} : { errorTitle: title, errorMessage: text }),
  };
}

function listSheet(lists: readonly (readonly [string, readonly string[]])[]): WriteSheet[] {
  if (lists.length === 0) return [];
  const length = Math.max(...lists.map(([, entries]) => entries.length));
  const rows = Array.from({ length }, (_, at) => lists.map(([, entries]) => toValue(entries[at] ?? null)));
  return [{ name: listsSheet, rows, veryHidden: true }];
}

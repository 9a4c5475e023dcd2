import { readFile, writeFile } from 'node:fs/promises';
import { openXlsx, type RoundtripWorkbook, saveXlsx } from 'hucre/xlsx';

type OpenSheet = RoundtripWorkbook['sheets'][number];

/** A sheet as somebody edits it: rows and columns count from 0. */
export interface EditedSheet {
  sheet: OpenSheet;
  /** The row whose first cell says this. */
  rowOf(text: string): number;
  /** The column of a heading in a row. */
  columnOf(heading: string, row: number): number;
  get(row: number, column: number): unknown;
  set(row: number, column: number, value: string | number | null): void;
}

/** Opens a workbook, lets somebody type into it, and saves it in its place. */
export async function editWorkbook(
  file: string,
  edit: (sheet: (name: string) => EditedSheet, workbook: RoundtripWorkbook) => void,
): Promise<void> {
  const workbook = await openXlsx(await readFile(file));
  edit((name) => editSheet(workbook, name), workbook);
  await writeFile(file, await saveXlsx(workbook));
}

function editSheet(workbook: RoundtripWorkbook, name: string): EditedSheet {
  const sheet = workbook.sheets.find((each) => each.name === name);
  if (sheet === undefined) throw new Error(`Cannot edit sheet "${name}": it is not there`);
  return {
    sheet,
    rowOf: (text) => sheet.rows.findIndex((row) => row[0] === text),
    columnOf: (heading, row) => sheet.rows[row]!.indexOf(heading),
    get: (row, column) => sheet.rows[row]?.[column] ?? null,
    set(row, column, value) {
      const cells = sheet.rows[row]!;
      while (cells.length <= column) cells.push(null);
      cells[column] = value;
      const cell = sheet.cells?.get(`${row},${column}`);
      if (cell !== undefined) sheet.cells!.set(`${row},${column}`, { ...cell, value });
    },
  };
}

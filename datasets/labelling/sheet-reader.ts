import { colToLetter } from 'hucre/xlsx';
import { excerpt } from '../errors.ts';
import type { TableCell, TableSheet } from '../tables/table.ts';
import type { SheetProblem, SheetProblems } from './sheet-problems.ts';

/** Reads cells of a sheet and tells problems with their place. Rows and columns count from 0 here, from 1 in what is told. */
export class SheetReader {
  readonly sheet: TableSheet;
  readonly #file: string;
  readonly #problems: SheetProblems;
  #told = 0;

  constructor(sheet: TableSheet, file: string, problems: SheetProblems) {
    this.sheet = sheet;
    this.#file = file;
    this.#problems = problems;
  }

  /** How many problems this reader has told. */
  get told(): number {
    return this.#told;
  }

  /** The text that a cell holds; a cell that is worked out by a formula, or in error, is told. */
  text(row: number, column: number, field: string): string {
    const cell = this.#cell(row, column);
    if (cell?.formula === true) {
      const mend = 'Type what the cell is to say; copied from another sheet, insert it as values only.';
      this.tell({ row, column, field, is: 'a formula', expected: 'text that was typed or chosen', mend });
      return '';
    }
    if (cell?.kind === 'error') {
      this.tell({
        row,
        column,
        field,
        is: `the error ${excerpt(String(cell.value))}`,
        expected: 'text',
        mend: 'Empty the cell, and fill it in again.',
      });
      return '';
    }
    return textOf(cell);
  }

  /** As `text`, of a cell that is only compared. */
  peek(row: number, column: number): string {
    return textOf(this.#cell(row, column));
  }

  /** The first row from `from` on for which this is true of its first cells; -1 where there is none. */
  findRow(matches: (row: number) => boolean, from = 0): number {
    for (let row = from; row < this.sheet.rows.length; row += 1) if (matches(row)) return row;
    return -1;
  }

  /** Tells merged cells between two rows, both within. */
  refuseMerges(top: number, bottom: number): void {
    for (const merge of this.sheet.merges) {
      if (merge.bottom < top || merge.top > bottom) continue;
      const is = `merged cells (to ${colToLetter(merge.right)}${merge.bottom + 1})`;
      this.tell({
        row: merge.top,
        column: merge.left,
        is,
        expected: 'each cell alone',
        mend: 'Mark them and choose "Ophæv fletning af celler".',
      });
    }
  }

  tell(
    problem: Omit<SheetProblem, 'file' | 'sheet' | 'row' | 'column'> & { row?: number; column?: number },
  ): void {
    const { row, column, ...rest } = problem;
    this.#told += 1;
    this.#problems.add({
      file: this.#file,
      sheet: this.sheet.name,
      row: row === undefined ? undefined : row + 1,
      column: column === undefined ? undefined : colToLetter(column),
      ...rest,
    });
  }

  #cell(row: number, column: number): TableCell | undefined {
    return this.sheet.rows[row]?.[column];
  }
}

function textOf(cell: TableCell | undefined): string {
  return cell === undefined || cell.value === null ? '' : String(cell.value);
}

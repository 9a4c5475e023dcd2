import { InputError } from '../errors.ts';

/** Where something is wrong in a workbook, and what. Rows count from 1, as the reader sees them. */
export interface SheetProblem {
  file: string;
  sheet?: string | undefined;
  row?: number | undefined;
  /** The column's letter. */
  column?: string | undefined;
  /** The column's heading, or what a single cell holds. */
  field?: string | undefined;
  is: string;
  expected: string;
  mend?: string | undefined;
}

const shown = 500;

/** Collects all that is wrong in one or more workbooks, so that the reader mends it in one go. */
export class SheetProblems {
  readonly list: SheetProblem[] = [];

  add(problem: SheetProblem): void {
    this.list.push(problem);
  }

  /** @throws {InputError} naming every problem, in the order in which they were found */
  throwIfAny(): void {
    if (this.list.length === 0) return;
    const lines = this.list.slice(0, shown).map(renderSheetProblem);
    const more = this.list.length > shown ? [`… and ${this.list.length - shown} more`] : [];
    throw new InputError({
      is: `${this.list.length} ${this.list.length === 1 ? 'problem' : 'problems'} in the sheets`,
      expected: 'none: nothing was imported',
      mend: [...lines, ...more].join('\n  '),
    });
  }
}

/** `labels.xlsx, sheet "bs-1", F12 (Hjemmel): "§ 812", expected …. How to mend it.` */
function renderSheetProblem({ file, sheet, row, column, field, is, expected, mend }: SheetProblem): string {
  const cell = row === undefined ? undefined : column === undefined ? `row ${row}` : `${column}${row}`;
  const place = [
    file,
    sheet === undefined ? undefined : `sheet "${sheet}"`,
    cell === undefined ? undefined : field === undefined ? cell : `${cell} (${field})`,
  ].filter((part) => part !== undefined);
  return `${place.join(', ')}: ${is}, expected ${expected}.${mend === undefined ? '' : ` ${mend}`}`;
}

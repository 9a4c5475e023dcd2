/** A cell as the sheet holds it. Dates are ISO text: `2024-09-14`, with a time of day `2024-09-14T10:30:00`. */
export interface TableCell {
  kind: 'empty' | 'text' | 'number' | 'boolean' | 'date' | 'error';
  value: string | number | boolean | null;
  /** The cell is worked out by a formula; `value` is what Excel saved of it, and null where it saved nothing. */
  formula?: true;
  /** Shown with %: 0.3 is 30 %. */
  percent?: true;
}

/** Rows and columns counted from 0, both ends within. */
export interface MergedRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

export interface TableSheet {
  name: string;
  hidden: boolean;
  /** Rows from the first line on; empty cells at a row's end and empty rows at the end are left out. */
  rows: TableCell[][];
  /** Counted from 0. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  merges: MergedRange[];
}

export interface Workbook {
  sheets: TableSheet[];
  /** 1904: an old Mac's calendar. Dates are already right. */
  dateSystem: '1900' | '1904';
}

/** One object for every empty cell. */
export const emptyCell: TableCell = Object.freeze({ kind: 'empty', value: null });

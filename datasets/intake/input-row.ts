import type { TableCell } from '../tables/table.ts';
import type { RowProblem } from './read-result.ts';

/** One row of the input, whatever its format. */
export interface InputRow {
  /** As Excel counts it, from 1, the header among them. Of JSONL: the line. */
  row: number;
  /** A mapped column's cell. A list where JSONL holds one. */
  cell(column: string): TableCell | readonly string[];
  /** What is wrong with the row as such: too short, too long, hidden. */
  problems: readonly RowProblem[];
  /** What goes into the file of rejected rows. */
  raw: RawRow;
  /** What stands in front of the reason there, so that the row is judged alike when it comes again. */
  mark?: string | undefined;
}

/** Texts of a CSV, cells of an XLSX, or a line of JSONL. */
export type RawRow = { texts: readonly string[] } | { cells: readonly TableCell[] } | { json: string };

import type { CaseScore } from '../../evals/scores/case-score.ts';

type Row = Map<string, number>;

/** A family's row as a measure fills it from the family's cases. */
export function rowOf(scores: readonly CaseScore[], add: (row: Row, score: CaseScore) => unknown): Row {
  const row: Row = new Map();
  for (const score of scores) add(row, score);
  return row;
}

/** The columns of a table of families, sorted, and their sums. */
export function sumRows(rows: readonly Row[]): { columns: string[]; sums: Float64Array } {
  const columns = [...new Set(rows.flatMap((row) => [...row.keys()]))].sort();
  const sums = columns.map((column) => rows.reduce((sum, row) => sum + (row.get(column) ?? 0), 0));
  return { columns, sums: Float64Array.from(sums) };
}

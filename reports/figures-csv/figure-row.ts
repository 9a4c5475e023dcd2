import type { Figure } from '../../evals/statistics/interval.ts';

/** A row of `figures.csv` but for the model, the data and the key: a measure, maybe of a slice, and its value. */
export interface FigureRow {
  measure: string;
  kind: string | null;
  slice: string | null;
  /** The matching policy; null where none is behind it. */
  policy: string | null;
  /** A count or a p-value has no interval, no reason for that, and no n. */
  figure: Figure | { value: number | null };
}

/** A row for one value without an interval. */
export function countRow(
  measure: string,
  value: number | null,
  slice: { kind: string; slice: string } | null = null,
  policy: string | null = null,
): FigureRow {
  return { measure, kind: slice?.kind ?? null, slice: slice?.slice ?? null, policy, figure: { value } };
}

import { addToRow } from './add-to-row.ts';
import type { CaseScore, RepeatScore } from './case-score.ts';
import { type CountKeys, Counts } from './tally.ts';

/** What one family adds to a model's figures: sums over its cases and their repeats, whole numbers. */
export interface FamilySums {
  /** What ratios are computed from. */
  counts: Counts;
  /** What bootstrapped figures are computed from, by column. */
  row: Map<string, number>;
}

export function emptySums(keys: CountKeys): FamilySums {
  return { counts: new Counts(keys), row: new Map() };
}

/** Takes a further case into its family. */
export function mergeSums(into: FamilySums, more: FamilySums): void {
  into.counts.merge(more.counts);
  for (const [column, amount] of more.row) addToRow(into.row, column, amount);
}

/** What a case asks of its reader, to a row: `answers` (cases times repeats), `findings` and `duplicates`. */
export function addBurden(
  row: Map<string, number>,
  { repeats }: CaseScore,
  duplicatesOf: (repeat: RepeatScore) => number,
): void {
  addToRow(row, 'answers', repeats.length);
  for (const repeat of repeats) {
    addToRow(row, 'findings', repeat.findings.length);
    addToRow(row, 'duplicates', duplicatesOf(repeat));
  }
}

/** Hits, false positives and misses behind the rates of a key. */
export function confusionOf(counts: Counts, keys: { precision: string; recall: string }): Confusion {
  const precision = counts.get(keys.precision);
  const recall = counts.get(keys.recall);
  const hits = precision.successes;
  return { tp: hits, fp: precision.items - hits, fn: recall.items - recall.successes };
}

export interface Confusion {
  tp: number;
  fp: number;
  fn: number;
}

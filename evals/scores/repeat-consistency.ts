import { countShared } from '../matching/similarity.ts';
import { addToRow } from './add-to-row.ts';
import type { CaseScore } from './case-score.ts';

const prefix = 'consistency:';

/** Whether a column was written by {@link addConsistency}. */
export function isConsistencyColumn(column: string): boolean {
  return column.startsWith(prefix);
}

/**
 * Compares each two repeats of a case by the codes of the required defects that they hit, and counts the
 * pairs by their Jaccard index, as a fraction in lowest terms: `consistency:1/3`. So all sums are whole,
 * and no order of cases moves a bit. Pairs that both hit nothing say nothing and are left out; a repeat
 * that was not answered hit nothing.
 * @returns the pairs counted
 */
export function addConsistency(row: Map<string, number>, score: CaseScore): number {
  const hits = score.repeats.map(
    ({ defects }) =>
      new Set(
        defects.flatMap(({ role, findingId, code }) =>
          role === 'required' && findingId !== undefined ? code : [],
        ),
      ),
  );
  let pairs = 0;
  for (const [at, one] of hits.entries()) {
    for (const other of hits.slice(at + 1)) {
      const shared = countShared(one, other);
      const union = one.size + other.size - shared;
      if (union === 0) continue;
      const divisor = greatestCommonDivisor(shared, union);
      addToRow(row, `${prefix}${shared / divisor}/${union / divisor}`, 1);
      pairs += 1;
    }
  }
  return pairs;
}

function greatestCommonDivisor(a: number, b: number): number {
  return a === 0 ? b : greatestCommonDivisor(b % a, a);
}

/**
 * Mean Jaccard index of the codes hit over all pairs of repeats of one case, in [0, 1]; null without a pair,
 * so too with one repeat.
 * @source Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11, 37–50.
 */
export function prepareConsistency(
  columns: readonly string[],
): Record<'repeatConsistency', (sums: Float64Array) => number | null> {
  const fractions = columns.flatMap((column, at) => {
    if (!isConsistencyColumn(column)) return [];
    const [shared, union] = column.slice(prefix.length).split('/').map(Number);
    return { at, jaccard: shared! / union! };
  });
  return {
    repeatConsistency(sums) {
      let pairs = 0;
      let sum = 0;
      for (const { at, jaccard } of fractions) {
        pairs += sums[at]!;
        sum += sums[at]! * jaccard;
      }
      return pairs === 0 ? null : sum / pairs;
    },
  };
}

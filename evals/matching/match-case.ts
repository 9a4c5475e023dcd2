import { assign } from './assign.ts';
import { isEligible } from './eligibility.ts';
import type { Policy } from './policy.ts';
import type { PreparedDefect, PreparedFinding } from './prepare.ts';
import { measureSimilarity, type Similarity } from './similarity.ts';

export interface Pair {
  finding: number;
  defect: number;
  /** In whole millionths. */
  similarity: number;
}

export interface CaseMatch {
  /** Sorted by finding. Indexes are those of the arrays handed in. */
  pairs: Pair[];
  /** Unmatched findings that name a defect which another finding matched. */
  duplicates: Set<number>;
}

/**
 * Matches the findings of one case with its defects, one to one and jointly optimal, in this order:
 * most same-code pairs with required defects; most other eligible pairs with required defects; most
 * pairs with don't-care defects; highest total similarity; the smallest sorted list of pairs under
 * the canonical JSON of finding (without id) and defect. The order of the inputs changes nothing.
 */
export function matchCase(
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
  policy: Policy,
): CaseMatch {
  if (findings.length === 0 || defects.length === 0) return { pairs: [], duplicates: new Set() };
  const findingOrder = orderBy(
    findings,
    (entry) => entry.tieKey,
    (entry) => entry.finding.findingId,
  );
  const defectOrder = orderBy(
    defects,
    (entry) => entry.tieKey,
    (entry) => entry.defect.defectId,
  );
  const similarities = findingOrder.map((f) =>
    defectOrder.map((d) => measureSimilarity(findings[f]!, defects[d]!)),
  );
  const weigh = weigher(Math.min(findings.length, defects.length));
  const weights = findingOrder.map((f, row) =>
    defectOrder.map((d, column) => {
      const pair = similarities[row]![column]!;
      if (!isEligible(policy, pair, findings[f]!.finding.code !== undefined)) return 0;
      return weigh(pair, defects[d]!.defect.role === 'required');
    }),
  );
  const assigned = assign(weights);
  const pairs: Pair[] = [];
  const duplicates = new Set<number>();
  assigned.forEach((column, row) => {
    const finding = findingOrder[row]!;
    if (column >= 0) {
      pairs.push({ finding, defect: defectOrder[column]!, similarity: similarities[row]![column]!.total });
    } else if (weights[row]!.some((weight) => weight > 0)) duplicates.add(finding);
  });
  return { pairs: pairs.sort((a, b) => a.finding - b.finding), duplicates };
}

/**
 * One whole number a pair, such that sums over at most `most` pairs compare in the order of the
 * docstring above. With 200 pairs the sum stays below 2^53 (screenings and labels are bounded).
 */
function weigher(most: number): (pair: Similarity, required: boolean) => number {
  const base = most + 1;
  const one = 1_000_000 * most + 1;
  return (pair, required) => {
    const level = !required ? 1 : pair.sameCode ? base * base : base;
    return one * level + pair.total;
  };
}

function orderBy<T>(entries: readonly T[], key: (entry: T) => string, id: (entry: T) => string): number[] {
  return entries
    .map((entry, index) => ({ index, key: key(entry), id: id(entry) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.id, b.id))
    .map(({ index }) => index);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { bootstrapFigure } from '../statistics/bootstrap.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { Figure } from '../statistics/interval.ts';
import type { ConsensusTally } from './consensus-tally.ts';

/**
 * The unweighted mean of the annotators' F1, of those that have one, with a bootstrap interval over
 * families. A replicate in which one of them has none (0/0) is undefined, as for macro F1.
 * @param tallies one an annotator, against the consensus of the others.
 */
export function computeMeanF1(tallies: readonly ConsensusTally[], seed: string): Figure {
  const byAnnotator = tallies
    .map((tally) => tally.families().map(({ family, counts }) => ({ family, ...f1Parts(counts) })))
    .filter((families) => families.some(({ items }) => items > 0));
  const rows = new Map<string, Float64Array>();
  for (const [at, families] of byAnnotator.entries()) {
    for (const { family, hits, items } of families) {
      if (items === 0) continue;
      const row = rows.get(family) ?? new Float64Array(2 * byAnnotator.length);
      row[2 * at] = hits;
      row[2 * at + 1] = items;
      rows.set(family, row);
    }
  }
  const { distinct, counts } = countAlike([...rows.values()]);
  const sums = new Float64Array(2 * byAnnotator.length);
  return bootstrapFigure({
    counts,
    statistic: (weights) => {
      sums.fill(0);
      for (const [index, row] of distinct.entries()) {
        const weight = weights[index]!;
        if (weight > 0) for (let at = 0; at < row.length; at += 1) sums[at]! += weight * row[at]!;
      }
      return meanOfF1(sums);
    },
    seed,
    cases: rows.size,
    items: byAnnotator.flat().reduce((sum, { items }) => sum + items, 0),
  });
}

function f1Parts(counts: { truePositives: number; falsePositives: number; falseNegatives: number }) {
  const { truePositives: hits, falsePositives, falseNegatives } = counts;
  return { hits, items: hits + falsePositives + falseNegatives };
}

/** F1 = 2·TP/(2·TP + FP + FN) of each annotator, from its TP and its TP + FP + FN. */
function meanOfF1(sums: Float64Array): number | null {
  let total = 0;
  for (let at = 0; at < sums.length; at += 2) {
    const [hits, items] = [sums[at]!, sums[at + 1]!];
    if (items === 0) return null;
    total += (2 * hits) / (hits + items);
  }
  return sums.length === 0 ? null : total / (sums.length / 2);
}

/** Families with the same counts are one row, in an order of its own. */
function countAlike(rows: readonly Float64Array[]): { distinct: Float64Array[]; counts: number[] } {
  const alike = [...Map.groupBy(rows, (row) => row.join(' '))].sort(([a], [b]) => compareText(a, b));
  return { distinct: alike.map(([, [row]]) => row!), counts: alike.map(([, list]) => list.length) };
}

import { bootstrapFigure } from '../statistics/bootstrap.ts';
import { computeCohenKappa } from '../statistics/cohen-kappa.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { Figure } from '../statistics/interval.ts';

/** Two annotators in one family: cases by what the first and what the second said. */
export type PairCounts = [neither: number, onlySecond: number, onlyFirst: number, both: number];

/** Cohen's kappa with a bootstrap interval over families; `items` counts cases. */
export function computeKappaFigure(families: readonly PairCounts[], seed: string): Figure {
  const alike = [...Map.groupBy(families, (counts) => counts.join(' '))].sort(([a], [b]) =>
    compareText(a, b),
  );
  const distinct = alike.map(([, [counts]]) => counts!);
  return bootstrapFigure({
    counts: alike.map(([, list]) => list.length),
    statistic: (weights) => {
      const [neither, onlySecond, onlyFirst, both] = [0, 1, 2, 3].map((at) =>
        distinct.reduce((sum, counts, index) => sum + weights[index]! * counts[at]!, 0),
      ) as PairCounts;
      return computeCohenKappa([
        [neither, onlySecond],
        [onlyFirst, both],
      ]);
    },
    seed,
    cases: families.length,
    items: families.flat().reduce((sum, count) => sum + count, 0),
  });
}

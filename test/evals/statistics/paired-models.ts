import fc from 'fast-check';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import { comparePair } from '../../../evals/statistics/paired-difference.ts';
import { computeRatioFigure } from '../../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';

/** Counts of one family: numerator <= denominator <= 6. */
export const familyCountsArb: fc.Arbitrary<FamilyCounts> = fc
  .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
  .map(([x, y]) => ({ numerator: Math.min(x, y), denominator: Math.max(x, y) }));

/** Two models on the same families. */
export function pairArb(minLength: number, maxLength: number) {
  return fc
    .array(fc.tuple(familyCountsArb, familyCountsArb), { minLength, maxLength })
    .map((families) => ({ a: families.map(([a]) => a), b: families.map(([, b]) => b) }));
}

export function computeFigure(families: readonly FamilyCounts[]): Figure {
  const moments = new RatioMoments();
  for (const { numerator, denominator } of families) moments.add(numerator, denominator);
  return computeRatioFigure(moments);
}

export function compareCounts(a: readonly FamilyCounts[], b: readonly FamilyCounts[], permutations = 499) {
  return comparePair({
    a,
    b,
    figureA: computeFigure(a),
    figureB: computeFigure(b),
    seed: 'pair',
    permutations,
  });
}

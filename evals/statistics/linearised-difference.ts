import type { FamilyCounts } from './family-counts.ts';

/** How two models' ratios over the same families differ, to first order. */
export interface LinearisedDifference {
  /** F_A = ΣnumeratorA/ΣdenominatorA, and F_B. */
  ratioA: number;
  ratioB: number;
  /** F_A − F_B. */
  difference: number;
  /** K: families with a denominator in either model. */
  cases: number;
  /** √(K/(K−1)·Σd²), d = (a_A − F_A·b_A)/B_A − (a_B − F_B·b_B)/B_B; 0 for K < 2. */
  standardError: number;
  /** Of the errors a − F·b of the two models, in [−1, 1]; 0 where either model's are all 0. */
  correlation: number;
}

/** Sums of squares below this share of their own terms are rounding. */
const ROUNDING = 1e-24;

/**
 * Linearises the ratios of two models over the same families, given in the same order.
 * @returns null where either ratio is 0/0.
 * @throws RangeError where the arrays differ in length.
 * @source Woodruff, R. S. (1971), A simple method for approximating the variance of a complicated
 *   estimate, JASA 66, 411–414 (Taylor linearisation of a ratio).
 */
export function lineariseDifference(
  a: readonly FamilyCounts[],
  b: readonly FamilyCounts[],
): LinearisedDifference | null {
  if (a.length !== b.length) {
    throw new RangeError(`Cannot compare ${a.length} families with ${b.length}: expected the same ones`);
  }
  const [totalA, totalB] = [sumCounts(a), sumCounts(b)];
  if (totalA.denominator === 0 || totalB.denominator === 0) return null;
  const ratioA = totalA.numerator / totalA.denominator;
  const ratioB = totalB.numerator / totalB.denominator;
  const sums = { cases: 0, aa: 0, bb: 0, ab: 0, dd: 0, scaleA: 0, scaleB: 0 };
  for (const [index, inA] of a.entries()) {
    const inB = b[index]!;
    if (inA.denominator === 0 && inB.denominator === 0) continue;
    const errorA = (inA.numerator - ratioA * inA.denominator) / totalA.denominator;
    const errorB = (inB.numerator - ratioB * inB.denominator) / totalB.denominator;
    sums.cases += 1;
    sums.aa += errorA * errorA;
    sums.bb += errorB * errorB;
    sums.ab += errorA * errorB;
    sums.dd += (errorA - errorB) * (errorA - errorB);
    sums.scaleA += (inA.denominator / totalA.denominator) ** 2;
    sums.scaleB += (inB.denominator / totalB.denominator) ** 2;
  }
  const squaredA = dropRounding(sums.aa, sums.scaleA);
  const squaredB = dropRounding(sums.bb, sums.scaleB);
  const squaredD = dropRounding(sums.dd, sums.scaleA + sums.scaleB);
  return {
    ratioA,
    ratioB,
    difference: ratioA - ratioB,
    cases: sums.cases,
    standardError: sums.cases < 2 ? 0 : Math.sqrt((sums.cases / (sums.cases - 1)) * squaredD),
    correlation: correlate(sums.ab, squaredA * squaredB),
  };
}

function sumCounts(families: readonly FamilyCounts[]): FamilyCounts {
  const total = { numerator: 0, denominator: 0 };
  for (const { numerator, denominator } of families) {
    total.numerator += numerator;
    total.denominator += denominator;
  }
  return total;
}

function dropRounding(sum: number, scale: number): number {
  return sum <= ROUNDING * scale ? 0 : sum;
}

function correlate(product: number, squares: number): number {
  return squares === 0 ? 0 : Math.max(-1, Math.min(1, product / Math.sqrt(squares)));
}

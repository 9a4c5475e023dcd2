/**
 * One model's counts in one family: a ratio is Σnumerator/Σdenominator. For a rate numerator x and
 * denominator m; for F1 numerator 2TP and denominator 2TP+FP+FN. Means over repeats where there are
 * several; 0 <= numerator <= denominator.
 */
export interface FamilyCounts {
  numerator: number;
  denominator: number;
}

/** Relative differences below this between counts are rounding of means over repeats. */
const ROUNDING = 1e-12;

/** Whether two families' counts are the same, so that swapping them changes nothing. */
export function isSameCounts(a: FamilyCounts, b: FamilyCounts): boolean {
  return isSame(a.numerator, b.numerator) && isSame(a.denominator, b.denominator);
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(a, b);
}

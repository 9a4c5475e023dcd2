/** Sums over families and both models that no swap within families changes. */
export interface PairSums {
  /** Of numerators, denominators, their squares and their product, A and B together. */
  n: number;
  d: number;
  nn: number;
  nd: number;
  dd: number;
  /** numeratorA·numeratorB, denominatorA·denominatorB, and numeratorA·denominatorB + denominatorA·numeratorB. */
  bothN: number;
  bothD: number;
  crossed: number;
}

/** Relative sizes below this are rounding. With whole-number counts the sums themselves are exact. */
const ROUNDING = 1e-12;

/**
 * The squared studentised difference (F_A − F_B)²/Σd² of an arrangement, from sums over its families: the
 * d of {@link LinearisedDifference} squared and multiplied out. Exchanging A and B gives the same bits.
 * @param n Σ numeratorA; `d` Σ denominatorA; `nn`, `nd`, `dd` of their squares and product.
 * @param cross Σ numeratorA·denominatorB.
 * @returns 0 for equal ratios, whatever their spread. Infinity for unequal ratios without spread (nothing
 *   is more extreme), and where a ratio is 0/0, which can only raise p.
 */
export function computeStudentisedSquare(
  n: number,
  d: number,
  nn: number,
  nd: number,
  dd: number,
  cross: number,
  pair: PairSums,
): number {
  const otherD = pair.d - d;
  if (d <= ROUNDING * pair.d || otherD <= ROUNDING * pair.d) return Infinity;
  const ratio = n / d;
  const otherRatio = (pair.n - n) / otherD;
  const difference = ratio - otherRatio;
  if (Math.abs(difference) <= ROUNDING) return 0;
  const variance = (nn + ratio * ratio * dd - 2 * ratio * nd) / (d * d);
  const otherVariance =
    (pair.nn - nn + otherRatio * otherRatio * (pair.dd - dd) - 2 * otherRatio * (pair.nd - nd)) /
    (otherD * otherD);
  const covariance =
    (pair.bothN + ratio * otherRatio * pair.bothD - (otherRatio * cross + ratio * (pair.crossed - cross))) /
    (d * otherD);
  const spread = variance + otherVariance - 2 * covariance;
  const scale = nn / (d * d) + (pair.nn - nn) / (otherD * otherD);
  return spread <= ROUNDING * scale ? Infinity : (difference * difference) / spread;
}

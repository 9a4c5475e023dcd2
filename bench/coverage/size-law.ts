/** How many items a case has: `law[m]` is the probability of m items; sums to 1. */
export type SizeLaw = readonly number[];

/** Tails beyond this probability are cut off; the rest is scaled up. */
const TAIL = 1e-12;

/** No law goes beyond so many items a case. */
const LARGEST = 2000;

/** Poisson: cases without items occur. */
export function buildPoissonSizes(mean: number): SizeLaw {
  return buildByRatio(Math.exp(-mean), (m) => mean / m);
}

/** Poisson, a case without items getting one: every case has an item. @param mean of the Poisson. */
export function buildSizesFromOne(mean: number): SizeLaw {
  const [none = 0, one = 0, ...more] = buildPoissonSizes(mean);
  return [0, none + one, ...more];
}

/** Exactly one item a case: plainly binomial. */
export const oneItem: SizeLaw = [0, 1];

/**
 * Negative binomial: variance mean + mean²/shape, so more spread than Poisson.
 * @param shape above 0; the smaller, the more spread.
 */
export function buildNegativeBinomialSizes(mean: number, shape: number): SizeLaw {
  const odds = mean / (mean + shape);
  return buildByRatio((1 - odds) ** shape, (m) => (odds * (shape + m - 1)) / m);
}

/** A power law, P(m) ∝ m^−exponent for m from 1 to `largest`: most cases small, a few with most items. */
export function buildPowerLawSizes(exponent: number, largest: number): SizeLaw {
  return normalise([0, ...Array.from({ length: largest }, (_, index) => (index + 1) ** -exponent)]);
}

/** @param ratio P(m)/P(m − 1). */
function buildByRatio(none: number, ratio: (m: number) => number): SizeLaw {
  const law = [none];
  let left = 1 - none;
  for (let m = 1; left > TAIL && m <= LARGEST; m++) {
    law.push(law[m - 1]! * ratio(m));
    left -= law[m]!;
  }
  return normalise(law);
}

function normalise(law: readonly number[]): SizeLaw {
  const total = law.reduce((sum, value) => sum + value, 0);
  return law.map((value) => value / total);
}

/**
 * Holm's step-down adjustment of p values for testing them all at one familywise level: the i-th smallest
 * is multiplied by the number of those not yet stepped over, made non-decreasing by a running maximum, and
 * capped at 1.
 * @returns adjusted p values in the order given; equal ones stay equal.
 * @throws RangeError where a p is outside [0, 1] or NaN.
 * @source Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal
 *   of Statistics 6, 65–70.
 */
export function adjustHolm(ps: readonly number[]): number[] {
  for (const p of ps) {
    if (!(p >= 0 && p <= 1)) throw new RangeError(`Cannot adjust p = ${p}: expected 0 to 1`);
  }
  const ascending = ps.map((_, index) => index).sort((a, b) => ps[a]! - ps[b]! || a - b);
  const adjusted = new Array<number>(ps.length);
  let highest = 0;
  for (const [step, index] of ascending.entries()) {
    highest = Math.max(highest, Math.min(1, ps[index]! * (ps.length - step)));
    adjusted[index] = highest;
  }
  return adjusted;
}

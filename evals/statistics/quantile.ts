/**
 * The `q`-quantile of values sorted ascending, with linear interpolation between order statistics
 * (type 7, the default of R and NumPy).
 * @param q in [0, 1].
 * @throws RangeError without values.
 * @source Hyndman, R. J. & Fan, Y. (1996), Sample quantiles in statistical packages, American
 *   Statistician 50, 361–365.
 */
export function computeQuantile(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) throw new RangeError('Cannot compute a quantile: there are no values');
  const position = (sorted.length - 1) * q;
  const index = Math.floor(position);
  const below = sorted[index]!;
  const above = sorted[Math.min(index + 1, sorted.length - 1)]!;
  return below + (position - index) * (above - below);
}

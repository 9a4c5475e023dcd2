/**
 * Φ(x), the standard normal distribution function, to double precision for |x| up to 7.
 * @source Marsaglia, G. (2004), Evaluating the normal distribution, Journal of Statistical Software 11(4).
 */
export function computeNormalProbability(x: number): number {
  if (x < -7) return 0;
  if (x > 7) return 1;
  let [sum, term] = [x, x];
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** The x with Φ(x) = p, by bisection; −7 to 7. @param p in [0, 1]. */
export function computeNormalQuantile(p: number): number {
  let [low, high] = [-7, 7];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (computeNormalProbability(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

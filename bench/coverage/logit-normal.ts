/** A rate that differs from case to case: logistic(location + spread·Z), Z standard normal. */
export interface LogitNormal {
  location: number;
  spread: number;
}

export function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The logit-normal law with this mean, in (0, 1), and this spread, 0 or more; the mean to within 1e-12. */
export function fitLogitNormal(mean: number, spread: number): LogitNormal {
  let [low, high] = [-50, 50];
  for (let step = 0; step < 60; step++) {
    const location = (low + high) / 2;
    if (computeMoment({ location, spread }, 1) < mean) low = location;
    else high = location;
  }
  return { location: (low + high) / 2, spread };
}

/**
 * The correlation of any two items of a case whose success rate follows this law: variance of the rate
 * over p(1 − p).
 */
export function computeItemCorrelation(law: LogitNormal): number {
  const mean = computeMoment(law, 1);
  return (computeMoment(law, 2) - mean * mean) / (mean * (1 - mean));
}

/** E[rate^power], by the trapezoidal rule, which is exact to rounding for the normal density. */
function computeMoment({ location, spread }: LogitNormal, power: 1 | 2): number {
  let [sum, weights] = [0, 0];
  for (let step = -400; step <= 400; step++) {
    const z = step / 50;
    const weight = Math.exp((-z * z) / 2);
    sum += weight * logistic(location + spread * z) ** power;
    weights += weight;
  }
  return sum / weights;
}

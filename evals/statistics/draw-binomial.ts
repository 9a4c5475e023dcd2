import type { Random } from './random.ts';

/** Up to this mean the distribution function is walked, above it candidates are drawn and accepted. */
const MAX_INVERSION_MEAN = 12;

/**
 * How many of `trials` independent trials succeed, each with probability `p`: exact for every size, in time
 * that does not grow with it.
 * @param trials a whole number of 0 or more.
 * @param p in [0, 1].
 * @source Kachitvichyanukul, V. & Schmeiser, B. W. (1988), Binomial random variate generation, CACM 31,
 *   216–222 (inversion); Hörmann, W. (1993), The generation of binomial random variates, Journal of
 *   Statistical Computation and Simulation 46, 101–110 (BTRS).
 */
export function drawBinomial(trials: number, p: number, random: Random): number {
  if (trials === 0 || p <= 0) return 0;
  if (p >= 1) return trials;
  if (p > 0.5) return trials - drawBinomial(trials, 1 - p, random);
  return trials * p < MAX_INVERSION_MEAN ? invert(trials, p, random) : reject(trials, p, random);
}

function invert(trials: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  const first = (1 - p) ** trials;
  for (;;) {
    let rest = random.float();
    let probability = first;
    let successes = 0;
    while (successes <= trials) {
      if (rest < probability) return successes;
      rest -= probability;
      successes += 1;
      probability *= (odds * (trials - successes + 1)) / successes;
    }
    // Rounding left a sliver above the last value: draw again.
  }
}

function reject(trials: number, p: number, random: Random): number {
  const spread = Math.sqrt(trials * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = trials * p + 0.5;
  const inner = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const odds = p / (1 - p);
  const mode = Math.floor((trials + 1) * p);
  for (;;) {
    const u = random.float() - 0.5;
    const v = 1 - random.float();
    const us = 0.5 - Math.abs(u);
    const successes = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= inner) return successes;
    if (successes < 0 || successes > trials) continue;
    const height = Math.log((v * alpha) / (a / (us * us) + b));
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / (odds * (trials - mode + 1))) +
      (trials + 1) * Math.log((trials - mode + 1) / (trials - successes + 1)) +
      (successes + 0.5) * Math.log((odds * (trials - successes + 1)) / (successes + 1)) +
      stirlingRest(mode) +
      stirlingRest(trials - mode) -
      stirlingRest(successes) -
      stirlingRest(trials - successes);
    if (height <= bound) return successes;
  }
}

/** ln k! less Stirling's approximation of it, at k + 1. */
const smallRests = [
  0.0810614667953272, 0.0413406959554093, 0.0276779256849983, 0.020790672103765, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

function stirlingRest(k: number): number {
  const small = smallRests[k];
  if (small !== undefined) return small;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

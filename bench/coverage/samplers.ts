import type { Random } from '../../evals/statistics/random.ts';

/** Means above this are drawn as sums, so that no factor underflows. */
const LARGEST_MEAN = 20;

/** Standard normal. @source Box, G. E. P. & Muller, M. E. (1958), Ann. Math. Statist. 29, 610–611. */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.float())) * Math.cos(2 * Math.PI * random.float());
}

/** Poisson, by multiplying uniforms. @source Knuth, D. E. (1969), The Art of Computer Programming 2, 3.4.1. */
export function drawPoisson(mean: number, random: Random): number {
  if (mean > LARGEST_MEAN)
    return drawPoisson(LARGEST_MEAN, random) + drawPoisson(mean - LARGEST_MEAN, random);
  const limit = Math.exp(-mean);
  let drawn = 0;
  for (let product = random.float(); product > limit; product *= random.float()) drawn += 1;
  return drawn;
}

/** Successes among `items` independent items. */
export function drawBinomial(items: number, rate: number, random: Random): number {
  let drawn = 0;
  for (let item = 0; item < items; item++) if (random.float() < rate) drawn += 1;
  return drawn;
}

/** Puts the values into an order drawn uniformly, in place. @source Fisher–Yates; Knuth, 3.4.2. */
export function shuffle<T>(values: T[], random: Random): T[] {
  for (let last = values.length - 1; last > 0; last--) {
    const other = random.below(last + 1);
    [values[last], values[other]] = [values[other]!, values[last]!];
  }
  return values;
}

import { INTERVAL_LEVEL, type Interval } from './interval.ts';

/**
 * Wilson's score interval of a proportion, cut to [0, 1] and always around `p`.
 * @param p the proportion, in [0, 1].
 * @param n the (effective) number of items, above 0; need not be whole.
 * @param quantile the two-sided quantile of the reference distribution: z, or Student's t.
 * @source Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
 *   JASA 22, 209–212.
 */
export function computeWilsonInterval(p: number, n: number, quantile: number): Interval {
  const square = quantile * quantile;
  const centre = p + square / (2 * n);
  const half = quantile * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    low: p === 0 ? 0 : Math.max(0, Math.min(p, (centre - half) / scale)),
    high: p === 1 ? 1 : Math.min(1, Math.max(p, (centre + half) / scale)),
    level: INTERVAL_LEVEL,
  };
}

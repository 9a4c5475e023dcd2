import { INTERVAL_LEVEL, type Interval } from './interval.ts';

/** A value with the interval around it. */
export interface Estimate {
  value: number;
  interval: Pick<Interval, 'low' | 'high'>;
}

/**
 * The interval of A − B from the intervals of A and B by square-and-add: it recovers each one's variance
 * near the limit in question, so it keeps their asymmetry. Cut to [−1, 1].
 * @param correlation of the errors of A and B, in [−1, 1].
 * @returns null where it would have width 0 (fully correlated errors of the same size).
 * @source Zou, G. Y. & Donner, A. (2008), Construction of confidence limits about effect measures,
 *   Statistics in Medicine 27, 1693–1702; with correlation 0 and Wilson intervals it is Newcombe's (1998)
 *   hybrid score interval.
 */
export function computeMoverInterval(a: Estimate, b: Estimate, correlation: number): Interval | null {
  const difference = a.value - b.value;
  const down = combine(a.value - a.interval.low, b.interval.high - b.value, correlation);
  const up = combine(a.interval.high - a.value, b.value - b.interval.low, correlation);
  const low = Math.max(-1, difference - down);
  const high = Math.min(1, difference + up);
  return low < high ? { low, high, level: INTERVAL_LEVEL } : null;
}

/** Written so that exchanging the two lengths gives the same bits. */
function combine(alpha: number, beta: number, correlation: number): number {
  return Math.sqrt(Math.max(0, alpha * alpha + beta * beta - 2 * correlation * (alpha * beta)));
}

import quantileT from '@stdlib/stats-base-dists-t-quantile';
import { type FigureReason, INTERVAL_LEVEL, type Interval, MIN_CASES } from './interval.ts';

/** Standard errors up to here are rounding. */
const ROUNDING = 1e-12;

/** Either an interval, or why there is none. */
export type JackknifeInterval =
  | { interval: Interval; reason?: never }
  | { interval: null; reason: Exclude<FigureReason, 'undefined'> };

/**
 * The delete-one jackknife interval of a figure: value ± t(.975, K − 1) · SE, cut to the figure's range, with
 * SE² = (K − 1)/K · Σ(θ₍ᵢ₎ − θ̄)² over the K values that are left when one family is deleted.
 * @param deleted the figure without each family in turn, in a fixed order; null where it is undefined.
 * @param range the values that the figure can take.
 * @returns no interval under 5 families (`tooFewCases`), where a deletion leaves the figure undefined
 *   (`degenerateReplicates`), and where no deletion changes it (`noVariation`).
 * @source Tukey, J. W. (1958), Bias and confidence in not quite large samples, Annals of Mathematical
 *   Statistics 29, 614; Efron, B. & Stein, C. (1981), The jackknife estimate of variance, Annals of Statistics
 *   9, 586–596.
 */
export function computeJackknifeInterval(
  value: number,
  deleted: readonly (number | null)[],
  range: { low: number; high: number },
): JackknifeInterval {
  const families = deleted.length;
  if (families < MIN_CASES) return { interval: null, reason: 'tooFewCases' };
  const values = deleted.filter((each) => each !== null);
  if (values.length < families) return { interval: null, reason: 'degenerateReplicates' };
  const mean = values.reduce((sum, each) => sum + each, 0) / families;
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0);
  const error = Math.sqrt(((families - 1) / families) * squares);
  if (error <= ROUNDING) return { interval: null, reason: 'noVariation' };
  const half = quantileT((1 + INTERVAL_LEVEL) / 2, families - 1) * error;
  const interval = {
    low: Math.max(range.low, value - half),
    high: Math.min(range.high, value + half),
    level: INTERVAL_LEVEL,
  };
  return { interval };
}

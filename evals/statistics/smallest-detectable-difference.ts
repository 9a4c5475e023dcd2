import quantileT from '@stdlib/stats-base-dists-t-quantile';
import { INTERVAL_LEVEL, MIN_CASES } from './interval.ts';
import type { LinearisedDifference } from './linearised-difference.ts';

/** How often a true difference of that size is seen. */
export const DETECTION_POWER = 0.8;

/**
 * The smallest true difference that a test at 5 % sees with 80 % power on these families:
 * (t(.975, K−1) + t(.80, K−1))·SE.
 * @returns in the unit of the ratio, above 0; over 1 where no difference can be seen at all. Null under 5
 *   families and where the standard error is 0 (the families say nothing about spread then).
 * @source Bloom, H. S. (1995), Minimum detectable effects, Evaluation Review 19, 547–556.
 */
export function computeSmallestDetectableDifference(
  linearised: Pick<LinearisedDifference, 'cases' | 'standardError'>,
): number | null {
  const { cases, standardError } = linearised;
  if (cases < MIN_CASES || standardError === 0) return null;
  const degrees = cases - 1;
  return (quantileT((1 + INTERVAL_LEVEL) / 2, degrees) + quantileT(DETECTION_POWER, degrees)) * standardError;
}

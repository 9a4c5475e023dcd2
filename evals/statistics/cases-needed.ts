import quantileT from '@stdlib/stats-base-dists-t-quantile';
import { type Figure, INTERVAL_LEVEL, MIN_CASES } from './interval.ts';
import { DETECTION_POWER } from './smallest-detectable-difference.ts';
import { computeWilsonInterval } from './wilson-interval.ts';

/** Beyond so many cases no number is worth stating. */
export const MAX_CASES_NEEDED = 1_000_000;

/**
 * How many cases like these it takes to see a true difference of that size: the fewest whose smallest detectable
 * difference (5 %, 80 % power) is at most it, the spread from case to case staying as it was.
 * @param now the families compared and their smallest detectable difference.
 * @param difference above 0, in the unit of the ratio; its sign does not matter.
 * @returns null where nothing is known of the spread, the difference is 0, or it takes over
 *   {@link MAX_CASES_NEEDED}.
 * @source Bloom, H. S. (1995), Minimum detectable effects, Evaluation Review 19, 547–556, solved for the sample size.
 */
export function casesToDetect(
  now: { cases: number; smallestDetectable: number | null },
  difference: number,
): number | null {
  const size = Math.abs(difference);
  if (now.smallestDetectable === null || size === 0) return null;
  const spread = (now.smallestDetectable / detectionFactor(now.cases)) * Math.sqrt(now.cases);
  return fewest((cases) => (detectionFactor(cases) * spread) / Math.sqrt(cases) <= size);
}

/**
 * How many cases like these it takes until a ratio's interval reaches no further than `reach` to either side of it,
 * value and items a case staying as they are.
 * @param figure a ratio whose interval is Wilson's on an effective number of items.
 * @param reach above 0: 0.05 is five points.
 * @returns cases in the figure's denominator; null without an interval, or over {@link MAX_CASES_NEEDED}.
 */
export function casesToReach({ value, interval, cases }: Figure, reach: number): number | null {
  if (value === null || interval === null) return null;
  const width = interval.high - interval.low;
  const wide = (effective: number, t: number) => {
    const { low, high } = computeWilsonInterval(value, effective, t);
    return high - low;
  };
  const t = quantile(cases);
  // The effective number of items behind the interval: its width falls as the number grows.
  let [few, many] = [1e-6, 1e12];
  for (let step = 0; step < 200; step += 1) {
    const middle = Math.sqrt(few * many);
    if (wide(middle, t) > width) few = middle;
    else many = middle;
  }
  // The design effect carries k/(k − 1), but for a value of 0 or 1, where it is 1.
  const exact = value === 0 || value === 1;
  const growth = (planned: number) => (exact ? planned / cases : (planned - 1) / (cases - 1));
  return fewest((planned) => {
    const { low, high } = computeWilsonInterval(value, many * growth(planned), quantile(planned));
    return Math.max(value - low, high - value) <= reach;
  });
}

function quantile(cases: number): number {
  return quantileT((1 + INTERVAL_LEVEL) / 2, cases - 1);
}

function detectionFactor(cases: number): number {
  return quantile(cases) + quantileT(DETECTION_POWER, cases - 1);
}

/** The fewest cases of which it holds, of {@link MIN_CASES} or more, where more cases never make it untrue. */
function fewest(holds: (cases: number) => boolean): number | null {
  if (!holds(MAX_CASES_NEEDED)) return null;
  let [without, enough] = [MIN_CASES - 1, MAX_CASES_NEEDED];
  while (enough - without > 1) {
    const middle = Math.floor((without + enough) / 2);
    if (holds(middle)) enough = middle;
    else without = middle;
  }
  return enough;
}

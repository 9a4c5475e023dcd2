import quantileT from '@stdlib/stats-base-dists-t-quantile';
import { computeDesignEffect } from './design-effect.ts';
import { type Figure, INTERVAL_LEVEL, MIN_CASES } from './interval.ts';
import type { RatioMoments } from './ratio-moments.ts';
import { computeWilsonInterval } from './wilson-interval.ts';

/**
 * The ratio Σx/Σm over families with its 95 % interval: Wilson's, on an effective number of items
 * (items ÷ guarded design effect), with Student's t on k − 1 degrees of freedom.
 * @returns value and interval in [0, 1]; `cases` = families with items, `items` = Σm.
 *   0/0 has neither value nor interval (`undefined`), under 5 families no interval (`tooFewCases`).
 * @source Wilson (1927); Kish (1965); Korn, E. L. & Graubard, B. I. (1998), Confidence intervals for
 *   proportions with small expected number of positive counts estimated from survey data, Survey
 *   Methodology 24, 193–201 (t and effective size in an interval for a proportion). We differ by the guard
 *   on the design effect.
 */
export function computeRatioFigure(moments: RatioMoments): Figure {
  const { cases, items } = moments;
  if (items === 0) return { value: null, interval: null, reason: 'undefined', cases, items };
  const value = computeRatio(moments);
  if (cases < MIN_CASES) return { value, interval: null, reason: 'tooFewCases', cases, items };
  const effectiveItems = items / computeDesignEffect(moments);
  const t = quantileT((1 + INTERVAL_LEVEL) / 2, cases - 1);
  return { value, interval: computeWilsonInterval(value, effectiveItems, t), cases, items };
}

/**
 * F1 (or hierarchical F1) with its interval: that of the Jaccard ratio J = TP/(TP+FP+FN), carried over by
 * the monotone F1 = 2J/(1+J).
 * @param momentsOfJ per family: successes TP, items TP+FP+FN.
 * @returns as {@link computeRatioFigure}; `items` = Σ(TP+FP+FN).
 */
export function computeF1Figure(momentsOfJ: RatioMoments): Figure {
  const figure = computeRatioFigure(momentsOfJ);
  if (figure.value === null) return figure;
  const value = toF1(figure.value);
  if (figure.interval === null) return { ...figure, value };
  const { low, high, level } = figure.interval;
  return { ...figure, value, interval: { low: toF1(low), high: toF1(high), level } };
}

function toF1(jaccard: number): number {
  return (2 * jaccard) / (1 + jaccard);
}

/** Exactly 0 or 1 where every family says so, whatever the rounding of fractional sums. */
function computeRatio(moments: RatioMoments): number {
  if (moments.casesWithFailure === 0) return 1;
  if (moments.casesWithSuccess === 0) return 0;
  return moments.successes / moments.items;
}

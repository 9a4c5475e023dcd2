import type { RatioMoments } from './ratio-moments.ts';

/**
 * By how much the clustering of items in families inflates the variance of a ratio: the observed design
 * effect, guarded. Where few families carry the rarer outcome (G small) the observed one is too small by
 * chance, so it is raised by (m_w − 1)/(G + 2), yet never by that above the mean number of items that an
 * item shares its family with (m_w), which is the design effect of families that succeed or fail as one.
 * @returns d >= 1.
 * @source Kish, L. (1965), Survey Sampling, ch. 5 and 8 (ratio estimator of the design effect); the guard
 *   is our own, chosen by its coverage in simulation.
 */
export function computeDesignEffect(moments: RatioMoments): number {
  const { items, casesWithSuccess, casesWithFailure } = moments;
  const meanSize = Math.max(1, moments.itemsSquared / items);
  const rarer = Math.min(casesWithSuccess, casesWithFailure);
  const observed = rarer === 0 ? 1 : Math.max(1, computeObserved(moments));
  return Math.max(observed, Math.min(meanSize, observed + (meanSize - 1) / (rarer + 2)));
}

function computeObserved(moments: RatioMoments): number {
  const { cases, items } = moments;
  const p = moments.successes / items;
  const residual = moments.successesSquared - 2 * p * moments.product + p * p * moments.itemsSquared;
  return ((cases / (cases - 1)) * residual) / (items * p * (1 - p));
}

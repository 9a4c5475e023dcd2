import type { Figure } from '../statistics/interval.ts';

/**
 * F1 where alternatives make the hits differ on the two sides: the harmonic mean of precision and recall,
 * in the interval of the Jaccard ratio of mean hits, widened to hold it.
 * @param jaccardF1 the F1 of that Jaccard ratio; returned as it is where precision or recall is undefined,
 *   or both are 0.
 */
export function toHarmonicF1(precision: Figure, recall: Figure, jaccardF1: Figure): Figure {
  if (precision.value === null || recall.value === null || precision.value + recall.value === 0) {
    return jaccardF1;
  }
  const value = (2 * precision.value * recall.value) / (precision.value + recall.value);
  if (jaccardF1.interval === null) return { ...jaccardF1, value };
  const { low, high, level } = jaccardF1.interval;
  return {
    ...jaccardF1,
    value,
    interval: { low: Math.min(low, value), high: Math.max(high, value), level },
  };
}

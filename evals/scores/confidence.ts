import { readThresholds, sumAt, type Threshold } from './confidence-columns.ts';
import { binOf, countBins } from './equal-mass-bins.ts';

type Statistic = (sums: Float64Array) => number | null;
type ConfidenceMeasure = 'averagePrecision' | 'calibrationError' | 'brierScore';

/**
 * What a model's confidence is worth, from the sums of the columns of `addConfidence`. Each is null where
 * the model gives no confidence at all.
 * - averagePrecision, in [0, 1]: Σ(R_n − R_{n−1})·P_n, equal confidences one threshold, missing confidence
 *   last, recall against all required defects; null without any
 * - calibrationError, in [0, 1]: Σ over bins of findings/all·|hit rate − mean confidence|, bins of equal
 *   mass (see `binOf`); findings without confidence are left out of it and of the Brier score
 * - brierScore, in [0, 1]: mean of (confidence − hit)²
 * @source scikit-learn's average precision (uninterpolated); Naeini, M. P., Cooper, G. & Hauskrecht, M.
 *   (2015), Obtaining well calibrated probabilities using Bayesian binning, AAAI-15, 2901–2907; Brier,
 *   G. W. (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78,
 *   1–3 (we take the half of his score over both outcomes, as is usual now).
 */
export function prepareConfidence(columns: readonly string[]): Record<ConfidenceMeasure, Statistic> {
  const { thresholds, required } = readThresholds(columns);
  const given = thresholds.filter(({ thousandths }) => thousandths !== null).reverse();
  return {
    averagePrecision: (sums) =>
      given.length === 0 ? null : averagePrecisionOf(thresholds, sums, sumAt(sums, required)),
    calibrationError: (sums) => calibrationErrorOf(given, sums),
    brierScore: (sums) => brierScoreOf(given, sums),
  };
}

function averagePrecisionOf(
  thresholds: readonly Threshold[],
  sums: Float64Array,
  required: number,
): number | null {
  if (required === 0) return null;
  let hits = 0;
  let findings = 0;
  let last = 0;
  let sum = 0;
  for (const { hit, miss } of thresholds) {
    const hitsHere = sumAt(sums, hit);
    hits += hitsHere;
    findings += hitsHere + sumAt(sums, miss);
    if (hitsHere === 0) continue;
    const recall = hits / required;
    sum += (recall - last) * (hits / findings);
    last = recall;
  }
  return sum;
}

/** @param given lowest confidence first */
function calibrationErrorOf(given: readonly Threshold[], sums: Float64Array): number | null {
  let findings = 0;
  let distinct = 0;
  for (const { hit, miss } of given) {
    const own = sumAt(sums, hit) + sumAt(sums, miss);
    findings += own;
    if (own > 0) distinct += 1;
  }
  if (findings === 0) return null;
  const bins = countBins(distinct);
  let before = 0;
  let bin = 0;
  let gap = 0;
  let gaps = 0;
  for (const { thousandths, hit, miss } of given) {
    const hits = sumAt(sums, hit);
    const own = hits + sumAt(sums, miss);
    if (own === 0) continue;
    const next = binOf(before, own, findings, bins);
    if (next !== bin) {
      gaps += Math.abs(gap);
      gap = 0;
      bin = next;
    }
    // Whole numbers, divided once at the end.
    gap += 1000 * hits - own * thousandths!;
    before += own;
  }
  return (gaps + Math.abs(gap)) / (1000 * findings);
}

function brierScoreOf(given: readonly Threshold[], sums: Float64Array): number | null {
  let findings = 0;
  let squares = 0;
  for (const { thousandths, hit, miss } of given) {
    const hits = sumAt(sums, hit);
    const misses = sumAt(sums, miss);
    findings += hits + misses;
    squares += hits * (1000 - thousandths!) ** 2 + misses * thousandths! ** 2;
  }
  return findings === 0 ? null : squares / (1_000_000 * findings);
}

import { readThresholds, sumAt } from './confidence-columns.ts';

export interface CurvePoint {
  /** To three decimals; null: the findings without confidence are taken in too. */
  confidence: number | null;
  precision: number;
  recall: number;
}

/**
 * Precision and recall of the findings with at least each confidence, highest first, from the sums of the
 * columns of `addConfidence`. Empty where the model gives no confidence at all, or nothing is required.
 */
export function computePrecisionRecall(columns: readonly string[], sums: Float64Array): CurvePoint[] {
  const { thresholds, required } = readThresholds(columns);
  const sought = sumAt(sums, required);
  const given = thresholds.some(({ thousandths }) => thousandths !== null);
  if (!given || sought === 0) return [];
  let hits = 0;
  let findings = 0;
  return thresholds.flatMap(({ thousandths, hit, miss }) => {
    const own = sumAt(sums, hit) + sumAt(sums, miss);
    if (own === 0) return [];
    hits += sumAt(sums, hit);
    findings += own;
    const confidence = thousandths === null ? null : thousandths / 1000;
    return { confidence, precision: hits / findings, recall: hits / sought };
  });
}

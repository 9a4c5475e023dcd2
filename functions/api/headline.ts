import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import type { Headline } from './resources.ts';

/**
 * What is told of a submission on a split whose labels are closed: four figures to two decimals, and how the cases were
 * answered, which the file says itself. No counts of what was found or missed, and nothing by case, code or confidence:
 * whoever chooses the answers could read labels off them.
 */
export function headlineOf({ counts, defects, citations, completeCases }: ModelResult): Headline {
  return {
    counts,
    defectF1: round(defects.f1),
    citationHf1: round(citations.overall.hierarchical.f1),
    cleanFalseAlarmRate: round(completeCases.falseAlarmRate),
    criticalRecall: round(defects.criticalRecall),
  };
}

function round({ value, interval }: Figure): Headline['defectF1'] {
  return {
    value: value === null ? null : toHundredths(value),
    interval:
      interval === null
        ? null
        : { low: toHundredths(interval.low), high: toHundredths(interval.high), level: interval.level },
  };
}

function toHundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

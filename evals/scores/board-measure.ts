import { z } from 'zod';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import type { Figure } from '../statistics/interval.ts';
import type { ModelResult } from './model-result.ts';

/** What models are laid on one board by. */
export const BoardMeasureIdSchema = z.enum(['f1', 'precision', 'recall', 'critical-recall', 'false-alarm']);
export type BoardMeasureId = z.infer<typeof BoardMeasureIdSchema>;

export interface BoardMeasure {
  /** The figure's place in a result; with the comparability key it decides the permutations. */
  name: string;
  higherIsBetter: boolean;
  read: (result: ModelResult) => Figure;
  /** The key under which a case's counts stand. */
  key: string;
  /** A family's numerator and denominator from its sums of successes and items. */
  toCounts: (successes: number, items: number) => FamilyCounts;
}

const ratio = (successes: number, items: number): FamilyCounts => ({
  numerator: successes,
  denominator: items,
});

export const boardMeasures: Record<BoardMeasureId, BoardMeasure> = {
  f1: {
    name: 'defects.f1',
    higherIsBetter: true,
    read: (result) => result.defects.f1,
    key: 'defects.jaccard',
    // Of TP among TP + FP + FN: 2TP among 2TP + FP + FN.
    toCounts: (hits, items) => ({ numerator: 2 * hits, denominator: hits + items }),
  },
  precision: {
    name: 'defects.precision',
    higherIsBetter: true,
    read: (result) => result.defects.precision,
    key: 'defects.precision',
    toCounts: ratio,
  },
  recall: {
    name: 'defects.recall',
    higherIsBetter: true,
    read: (result) => result.defects.recall,
    key: 'defects.recall',
    toCounts: ratio,
  },
  'critical-recall': {
    name: 'defects.criticalRecall',
    higherIsBetter: true,
    read: (result) => result.defects.criticalRecall,
    key: 'severity:critical.recall',
    toCounts: ratio,
  },
  'false-alarm': {
    name: 'completeCases.falseAlarmRate',
    higherIsBetter: false,
    read: (result) => result.completeCases.falseAlarmRate,
    key: 'complete.falseAlarmRate',
    toCounts: ratio,
  },
};

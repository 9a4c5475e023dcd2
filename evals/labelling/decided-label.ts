import { diffLabels } from '../../datasets/diff-labels.ts';
import type { Defect, Label, Outcome } from '../../datasets/label.ts';
import type { LabelChanges } from './import-corrections.ts';

/** Adds a decided label and its changes. A change of the conclusion has all reasons of its case. */
export function addDecided(
  changed: LabelChanges,
  before: Label,
  after: Label,
  whyOf: (defect: Defect) => string | undefined,
  reasons: readonly string[],
  runs?: readonly string[],
): void {
  const differences = diffLabels(before, after);
  if (differences.length === 0) return;
  changed.labels.set(before.caseId, after);
  const all = [...new Set(reasons)].join('; ');
  for (const difference of differences) {
    const value = difference.after ?? difference.before;
    const why = value === undefined || typeof value === 'string' ? undefined : whyOf(value);
    changed.changes.push({
      caseId: before.caseId,
      ...difference,
      why: why ?? all,
      ...(runs === undefined ? {} : { runs: [...runs] }),
    });
  }
}

/** The conclusion that defects lead to; without a required one, what was concluded otherwise. */
export function outcomeOf(defects: readonly Pick<Defect, 'role'>[], otherwise: Outcome): Outcome {
  if (defects.some(({ role }) => role === 'required')) return 'deficient';
  return otherwise === 'deficient' ? 'complete' : otherwise;
}

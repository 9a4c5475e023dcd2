import canonicalize from 'canonicalize';
import type { LabelDifference } from './change.ts';
import type { Label } from './label.ts';

/**
 * What makes one label of a case out of another: defects by their id, in the order of the later one; then the outcome.
 * A case without a label has neither.
 */
export function diffLabels(
  before: Partial<Pick<Label, 'defects' | 'outcome'>>,
  after: Partial<Pick<Label, 'defects' | 'outcome'>>,
): LabelDifference[] {
  const old = new Map((before.defects ?? []).map((defect) => [defect.defectId, defect]));
  const kept = new Set((after.defects ?? []).map(({ defectId }) => defectId));
  const differences: LabelDifference[] = [];
  for (const defect of before.defects ?? []) {
    const { defectId } = defect;
    if (!kept.has(defectId)) differences.push({ kind: 'removed', defectId, before: defect });
  }
  for (const defect of after.defects ?? []) {
    const { defectId } = defect;
    const known = old.get(defectId);
    if (known === undefined) differences.push({ kind: 'added', defectId, after: defect });
    else if (canonicalize(known) !== canonicalize(defect)) {
      differences.push({ kind: 'changed', defectId, before: known, after: defect });
    }
  }
  if (before.outcome !== after.outcome) {
    differences.push({ kind: 'outcome', before: before.outcome, after: after.outcome });
  }
  return differences;
}

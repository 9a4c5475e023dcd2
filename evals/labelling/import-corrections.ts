import type { Change } from '../../datasets/change.ts';
import { diffLabels } from '../../datasets/diff-labels.ts';
import type { Label } from '../../datasets/label.ts';
import type { CaseReading } from '../../datasets/labelling/case-reading.ts';
import type { FilledWorkbook } from '../../datasets/labelling/open-workbook.ts';
import type { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import type { LabelIndex } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import type { Judgement } from './judgements.ts';
import { readCaseSheets } from './read-case-sheets.ts';

/** Labels that changed, and each change with why; who, when, in which version and mostly in which way is the caller's to say. */
export interface LabelChanges {
  labels: Map<string, Label>;
  changes: ExplainedChange[];
  /** Cases that the new version does not have. */
  leftOut?: Set<string>;
  /** What was said of pooled findings. */
  judgements?: Judgement[];
}

export type ExplainedChange = Pick<
  Change,
  'caseId' | 'kind' | 'defectId' | 'before' | 'after' | 'why' | 'runs'
> &
  Partial<Pick<Change, 'via'>>;

/** The labels that correction sheets change. Tells all that is wrong in them. */
export async function importCorrections(
  workbooks: readonly FilledWorkbook[],
  dataset: Dataset,
  labels: LabelIndex,
  problems: SheetProblems,
): Promise<LabelChanges> {
  const readings = await readCaseSheets(
    { workbooks, dataset, baseOf: (caseId) => labels.get(caseId), correction: true, skipUntouched: false },
    problems,
  );
  const changed: LabelChanges = { labels: new Map(), changes: [] };
  for (const [caseId, reading] of readings) applyReading(changed, labels.get(caseId), reading);
  return changed;
}

function applyReading(changed: LabelChanges, before: Label, reading: CaseReading): void {
  const touched = new Set(diffLabels(before, reading).map(({ defectId }) => defectId));
  // What a person wrote is a person's, whatever the rest of the label comes from.
  const defects = reading.defects.map((defect) =>
    touched.has(defect.defectId) && before.provenance !== 'people'
      ? { ...defect, provenance: 'people' as const }
      : defect,
  );
  const after = { ...before, outcome: reading.outcome, defects };
  const differences = diffLabels(before, after);
  if (differences.length === 0) return;
  changed.labels.set(before.caseId, after);
  for (const difference of differences) {
    const why =
      difference.kind === 'outcome' ? reading.outcomeReason : reading.reasons.get(difference.defectId ?? '');
    changed.changes.push({ caseId: before.caseId, ...difference, why: why ?? '' });
  }
}

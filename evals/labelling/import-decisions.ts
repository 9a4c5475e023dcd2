import type { Annotation } from '../../datasets/label.ts';
import type { FilledWorkbook } from '../../datasets/labelling/open-workbook.ts';
import { readDecisionSheet } from '../../datasets/labelling/read-decision-sheet.ts';
import { createSheetContext } from '../../datasets/labelling/sheet-context.ts';
import type { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import type { Annotations } from '../agreement/annotations.ts';
import type { LabelIndex } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import { applyAdjudication } from './import-adjudication.ts';
import type { LabelChanges } from './import-corrections.ts';
import { applyPool } from './import-pool.ts';
import { loadCases } from './load-cases.ts';

export interface DecisionsInput {
  /** Of one kind and split. */
  workbooks: readonly FilledWorkbook[];
  dataset: Dataset;
  labels: LabelIndex;
  annotations: Annotations | null;
}

/** The labels that decisions change: of adjudication, or on pooled findings. Tells all that is wrong. */
export async function importDecisions(input: DecisionsInput, problems: SheetProblems): Promise<LabelChanges> {
  const { workbooks, dataset, labels, annotations } = input;
  const changed: LabelChanges = { labels: new Map(), changes: [] };
  const seen = new Map<string, string>();
  for (const workbook of workbooks) {
    const { file, meta } = workbook;
    const context = createSheetContext(dataset, meta.language);
    const rows = readDecisionSheet(workbook, context, problems);
    const wanted = new Set(rows.map((row) => row.meta.caseId));
    const cases = await loadCases(dataset, meta.dataset.split, wanted);
    for (const [caseId, ofCase] of Map.groupBy(rows, (row) => row.meta.caseId)) {
      const caseShown = cases.get(caseId);
      const first = seen.get(caseId);
      if (caseShown === undefined || first !== undefined) {
        const is =
          first === undefined
            ? `"${caseId}", which is no case of the split`
            : `"${caseId}", which ${first} has too`;
        problems.add({ file, is, expected: 'each case of the split in one file' });
        continue;
      }
      seen.set(caseId, file);
      const gold = labels.get(caseId);
      if (meta.kind === 'pool')
        applyPool({ caseShown, gold, rows: ofCase, runs: meta.runs ?? [] }, context, changed);
      else {
        const people: readonly Annotation[] = annotations?.get(caseId) ?? [];
        applyAdjudication({ caseShown, gold, people, rows: ofCase }, context, changed);
      }
    }
  }
  return changed;
}

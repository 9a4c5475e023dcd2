import type { Case } from '../../datasets/case.ts';
import { excerpt } from '../../datasets/errors.ts';
import type { Defect, Label, Role } from '../../datasets/label.ts';
import { placesOf } from '../../datasets/labelling/case-places.ts';
import type { FilledRow } from '../../datasets/labelling/read-decision-sheet.ts';
import { readDefectCells } from '../../datasets/labelling/read-defect-cells.ts';
import { nextId } from '../../datasets/labelling/read-defect-rows.ts';
import type { SheetContext } from '../../datasets/labelling/sheet-context.ts';
import { addDecided, outcomeOf } from './decided-label.ts';
import { tellDecision } from './import-adjudication.ts';
import type { LabelChanges } from './import-corrections.ts';
import type { Judgement } from './judgements.ts';

export interface JudgedCase {
  caseShown: Case;
  gold: Label;
  rows: readonly FilledRow[];
  /** Whose answers were pooled. */
  runs: readonly string[];
}

/** Puts the findings that were accepted into the case's label, as defects of their own. */
export function applyPool(
  { caseShown, gold, rows, runs }: JudgedCase,
  context: SheetContext,
  changed: LabelChanges,
): void {
  const taken = new Set(gold.defects.map(({ defectId }) => defectId));
  const reasons = new Map<string, string>();
  const accepted: Defect[] = [];
  for (const row of rows) {
    const why = row.text('why').trim();
    if (why === '') row.tell('why', { is: 'nothing', expected: 'why it was decided so', mend: undefined });
    const { defect, judged } = readRow(row, caseShown, gold, context);
    const { caseId, findings } = row.meta;
    // Sheets of an earlier version hold no findings to remember.
    if (judged !== null && findings !== undefined && findings.length > 0) {
      changed.judgements = [
        ...(changed.judgements ?? []),
        { caseId, ...judged, findings, why, ...(runs.length === 0 ? {} : { runs: [...runs] }) },
      ];
    }
    if (defect === null) continue;
    const defectId = nextId(taken);
    reasons.set(defectId, why);
    accepted.push({ defectId, ...defect, provenance: 'pooled' });
  }
  const defects = [...gold.defects, ...accepted];
  const after: Label = { ...gold, outcome: outcomeOf(defects, gold.outcome), defects };
  addDecided(changed, gold, after, ({ defectId }) => reasons.get(defectId), [...reasons.values()], runs);
}

interface ReadRow {
  /** Null where the row accepts none, or something is wrong. */
  defect: Omit<Defect, 'defectId'> | null;
  judged: Pick<Judgement, 'decision' | 'duplicateOf'> | null;
}

/** What a row decides. */
function readRow(row: FilledRow, caseShown: Case, gold: Label, context: SheetContext): ReadRow {
  const { words } = context;
  const { reject, duplicate } = words.decisionsOf;
  const written = row.text('decision').trim().toLowerCase();
  if (written === reject) return { defect: null, judged: { decision: 'rejected' } };
  if (written === duplicate) {
    const original = row.text('duplicateOf').trim();
    if (!gold.defects.some(({ defectId }) => defectId === original)) {
      const ids = gold.defects.map(({ defectId }) => defectId).join(', ');
      row.tell('duplicateOf', {
        is: original === '' ? 'nothing' : `"${excerpt(original)}"`,
        expected: ids === '' ? 'another decision, since the label has no defect' : `one of ${ids}`,
        mend: 'Write the number of the defect that it is the same as.',
      });
      return { defect: null, judged: null };
    }
    return { defect: null, judged: { decision: 'duplicate', duplicateOf: original } };
  }
  const roles = Object.entries(words.roles) as [Role, string][];
  const role = roles.find(([, word]) => word === written);
  if (role === undefined) {
    tellDecision(row, written, [...Object.values(words.roles), reject, duplicate]);
    return { defect: null, judged: null };
  }
  const { defect, problems } = readDefectCells({
    cells: {
      code: row.text('code'),
      role: role[1],
      severity: row.text('severity'),
      discretion: row.text('discretion'),
      citations: row.text('citations'),
      place1: row.text('place1'),
      place2: row.text('place2'),
      place3: row.text('place3'),
      places: row.text('places'),
      note: '',
    },
    caseShown,
    places: placesOf(caseShown, context),
    context,
  });
  for (const { field, ...problem } of problems) {
    row.tell(field === 'role' || field === 'note' ? 'decision' : field, { mend: undefined, ...problem });
  }
  return { defect, judged: { decision: 'accepted' } };
}

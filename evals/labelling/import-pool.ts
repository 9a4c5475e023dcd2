import type { Case } from '../../datasets/case.ts';
import { excerpt } from '../../datasets/errors.ts';
import type { Defect, Label, Role } from '../../datasets/label.ts';
import { placesOf } from '../../datasets/labelling/case-places.ts';
import type { FilledRow } from '../../datasets/labelling/read-decision-sheet.ts';
import { readDefectCells } from '../../datasets/labelling/read-defect-cells.ts';
import { nextId } from '../../datasets/labelling/read-defect-rows.ts';
import type { SheetContext } from '../../datasets/labelling/sheet-context.ts';
import { mergeDefects } from '../agreement/merge-defects.ts';
import { ownDefectsOf } from '../agreement/own-defect.ts';
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

/**
 * Puts the findings that were accepted into the case's label. Those of one code are one defect, with all that they say of
 * it, as in the figures of agreement; unless the judge wrote that one is a defect of its own.
 */
export function applyPool(
  { caseShown, gold, rows, runs }: JudgedCase,
  context: SheetContext,
  changed: LabelChanges,
): void {
  const taken = new Set(gold.defects.map(({ defectId }) => defectId));
  const reasons = new Map<string, string>();
  const accepted: AcceptedRow[] = [];
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
    if (defect !== null) accepted.push({ row, defect, why, alone: isAlone(row, context) });
  }
  const added = groupByDefect(accepted, context).map((group): Defect => {
    const defectId = nextId(taken);
    reasons.set(defectId, [...new Set(group.map(({ why }) => why))].join('; '));
    return { defectId, ...mergeRows(group, caseShown, context), provenance: 'pooled' };
  });
  const defects = [...gold.defects, ...added];
  const after: Label = { ...gold, outcome: outcomeOf(defects, gold.outcome), defects };
  addDecided(changed, gold, after, ({ defectId }) => reasons.get(defectId), [...reasons.values()], runs);
}

interface AcceptedRow {
  row: FilledRow;
  defect: Omit<Defect, 'defectId'>;
  why: string;
  /** The judge says that it is a defect of its own, beside another of its code. */
  alone: boolean;
}

/** Whether an accepted row says that it is a defect of its own; tells what else stands there. */
function isAlone(row: FilledRow, { words }: SheetContext): boolean {
  const written = row.text('duplicateOf').trim();
  const alone = written.toLowerCase() === words.ownDefect;
  if (written !== '' && !alone) {
    row.tell('duplicateOf', {
      is: `"${excerpt(written)}", beside a decision that makes a label`,
      expected: `nothing, or "${words.ownDefect}"`,
      mend: `If the label has it already, choose "${words.decisionsOf.duplicate}".`,
    });
  }
  return alone;
}

/** Rows that become one defect, in the order of their first. Where their roles differ, that is told. */
function groupByDefect(accepted: readonly AcceptedRow[], { words }: SheetContext): AcceptedRow[][] {
  const groups: AcceptedRow[][] = [];
  for (const each of accepted) {
    const same = each.alone
      ? undefined
      : groups.find(([first]) => !first!.alone && first!.defect.code === each.defect.code);
    if (same === undefined) {
      groups.push([each]);
      continue;
    }
    const [first] = same as [AcceptedRow];
    same.push(each);
    if (first.defect.role === each.defect.role) continue;
    each.row.tell('decision', {
      is: `"${words.roles[each.defect.role]}", though row ${first.row.meta.id} has the same type and says "${words.roles[first.defect.role]}"`,
      expected: 'one decision, since accepted findings of one type in a case are one defect',
      mend: `If it is another defect, write "${words.ownDefect}" under "${words.columns.duplicateOf}".`,
    });
  }
  return groups;
}

function mergeRows(
  group: readonly AcceptedRow[],
  { localRules }: Case,
  context: SheetContext,
): Omit<Defect, 'defectId'> {
  const [{ defect }] = group as [AcceptedRow];
  if (group.length === 1) return defect;
  const defects = group.map((each) => ({ defectId: each.row.meta.id, ...each.defect }));
  const own = ownDefectsOf({ defects }, { ...context, localRules }).get(defect.code)!;
  return { code: defect.code, ...mergeDefects([own]) };
}

interface ReadRow {
  /** Null where the row accepts none, or something is wrong. */
  defect: Omit<Defect, 'defectId'> | null;
  judged: Pick<Judgement, 'decision' | 'duplicateOf'> | null;
}

/** Whether a rejected row says nothing of a defect beside it, which would then be dropped without a word. */
function isClear(row: FilledRow, { words }: SheetContext): boolean {
  const written = row.text('duplicateOf').trim();
  if (written === '') return true;
  row.tell('duplicateOf', {
    is: `"${excerpt(written)}", beside "${words.decisionsOf.reject}"`,
    expected: 'nothing',
    mend: `If the label has it already, choose "${words.decisionsOf.duplicate}"; if it is a defect of its own, choose its role.`,
  });
  return false;
}

/** What a row decides. */
function readRow(row: FilledRow, caseShown: Case, gold: Label, context: SheetContext): ReadRow {
  const { words } = context;
  const { reject, duplicate } = words.decisionsOf;
  const written = row.text('decision').trim().toLowerCase();
  if (written === reject)
    return { defect: null, judged: isClear(row, context) ? { decision: 'rejected' } : null };
  if (written === duplicate) {
    const original = row.text('duplicateOf').trim();
    if (!gold.defects.some(({ defectId }) => defectId === original)) {
      const ids = gold.defects.map(({ defectId }) => defectId).join(', ');
      row.tell('duplicateOf', {
        is: original === '' ? 'nothing' : `"${excerpt(original)}"`,
        expected: ids === '' ? 'another decision, since the label has no defect' : `one of ${ids}`,
        mend:
          ids === ''
            ? `Choose ${[...Object.values(words.roles), reject].map((word) => `"${word}"`).join(', ')}.`
            : 'Write the number of the defect that it is the same as.',
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

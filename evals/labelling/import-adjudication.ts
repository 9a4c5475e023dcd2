import type { Case } from '../../datasets/case.ts';
import type { Annotation, Defect, Label, Outcome, Role } from '../../datasets/label.ts';
import { placesOf } from '../../datasets/labelling/case-places.ts';
import { describeCode } from '../../datasets/labelling/defect-cells.ts';
import type { FilledRow } from '../../datasets/labelling/read-decision-sheet.ts';
import { readDefectCells } from '../../datasets/labelling/read-defect-cells.ts';
import { nextId } from '../../datasets/labelling/read-defect-rows.ts';
import type { SheetContext } from '../../datasets/labelling/sheet-context.ts';
import { addDecided, outcomeOf } from './decided-label.ts';
import { type Difference, findDifferences } from './find-differences.ts';
import type { LabelChanges } from './import-corrections.ts';

export interface SettledCase {
  caseShown: Case;
  gold: Label;
  people: readonly Annotation[];
  rows: readonly FilledRow[];
}

export interface Decisions {
  /** By code; null: no defect. */
  defects: Map<string, Omit<Defect, 'defectId'> | null>;
  reasons: Map<string, string>;
  outcome?: Outcome;
}

/** Puts the decisions on one case into its label. What nobody differed in stays as it is. */
export function applyAdjudication(settled: SettledCase, context: SheetContext, changed: LabelChanges): void {
  const { caseShown, gold, people, rows } = settled;
  const differences = findDifferences(caseShown, people, gold, context);
  const decisions: Decisions = { defects: new Map(), reasons: new Map() };
  for (const row of rows) readDecision(row, caseShown, differences, decisions, context);
  const defects = decide(gold, decisions);
  const exempt = people.filter(({ outcome }) => outcome === 'noPermitNeeded').length;
  const concluded = 2 * exempt > people.length ? 'noPermitNeeded' : gold.outcome;
  const after: Label = {
    ...gold,
    outcome: outcomeOf(defects, decisions.outcome ?? concluded),
    provenance: 'people',
    defects,
  };
  addDecided(changed, gold, after, ({ code }) => decisions.reasons.get(code), [
    ...decisions.reasons.values(),
  ]);
}

/** Reads what was decided in a row, and why; tells what is wrong in it. */
export function readDecision(
  row: FilledRow,
  caseShown: Case,
  differences: readonly Difference[],
  decisions: Decisions,
  context: SheetContext,
): void {
  const { words } = context;
  const { code } = row.meta;
  const why = row.text('why').trim();
  if (why === '') row.tell('why', { is: 'nothing', expected: 'why it was decided so', mend: undefined });
  decisions.reasons.set(code ?? '', why);
  const written = row.text('decision').trim().toLowerCase();
  if (code === undefined) {
    const outcome = (['complete', 'noPermitNeeded'] as const).find(
      (each) => words.outcomes[each] === written,
    );
    if (outcome !== undefined) decisions.outcome = outcome;
    else tellDecision(row, written, [words.outcomes.complete, words.outcomes.noPermitNeeded]);
    return;
  }
  const roles = Object.entries(words.roles) as [Role, string][];
  const role = roles.find(([, word]) => word === written);
  if (written === words.decisionsOf.none) decisions.defects.set(code, null);
  else if (role === undefined)
    tellDecision(row, written, [...Object.values(words.roles), words.decisionsOf.none]);
  else {
    const proposal = differences.find((difference) => difference.code === code)?.proposal;
    const { defect, problems } = readDefectCells({
      cells: {
        code: describeCode(code, context),
        role: role[1],
        severity: row.text('severity'),
        discretion: row.text('discretion'),
        citations: row.text('citations'),
        place1: row.text('place1'),
        place2: row.text('place2'),
        place3: row.text('place3'),
        places: row.text('places'),
        note: proposal?.note ?? '',
      },
      base: proposal,
      caseShown,
      places: placesOf(caseShown, context),
      context,
    });
    for (const { field, ...problem } of problems) {
      row.tell(field === 'role' || field === 'note' || field === 'code' ? 'decision' : field, {
        mend: undefined,
        ...problem,
      });
    }
    if (defect !== null) decisions.defects.set(code, defect);
  }
}

export function tellDecision(row: FilledRow, written: string, options: readonly string[]): void {
  row.tell('decision', {
    is: written === '' ? 'nothing' : `"${written.slice(0, 60).toWellFormed()}"`,
    expected: options.map((option) => `"${option}"`).join(', '),
    mend: 'Choose the decision from the list in the cell.',
  });
}

/** The first defect of a decided code takes the decision; 'no defect' goes for all of that code. */
function decide(gold: Label, { defects: decided }: Decisions): Defect[] {
  const open = new Map(decided);
  const taken = new Set(gold.defects.map(({ defectId }) => defectId));
  const defects = gold.defects.flatMap((defect): Defect[] => {
    if (decided.get(defect.code) === null) return [];
    const decision = open.get(defect.code);
    if (decision === undefined || decision === null) return [defect];
    open.delete(defect.code);
    return [withId(decision, defect.defectId)];
  });
  for (const decision of open.values()) if (decision !== null) defects.push(withId(decision, nextId(taken)));
  return defects;
}

function withId(defect: Omit<Defect, 'defectId'>, defectId: string): Defect {
  const { defectId: _, ...rest } = defect as Defect;
  return { defectId, ...rest };
}

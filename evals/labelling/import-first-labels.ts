import type { SplitName } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import type { Annotation, Defect, Label } from '../../datasets/label.ts';
import type { FilledWorkbook } from '../../datasets/labelling/open-workbook.ts';
import { type FilledRow, readDecisionSheet } from '../../datasets/labelling/read-decision-sheet.ts';
import { createSheetContext, type SheetContext } from '../../datasets/labelling/sheet-context.ts';
import type { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import type { Annotations } from '../agreement/annotations.ts';
import type { Dataset } from '../open-dataset.ts';
import { compareText } from '../statistics/compare-text.ts';
import { agreedDefects, firstOutcome } from './agreed-defects.ts';
import { findDifferences } from './find-differences.ts';
import { type Decisions, readDecision } from './import-adjudication.ts';
import type { ExplainedChange, LabelChanges } from './import-corrections.ts';

export interface FirstLabelsInput {
  /** Sheets of decisions, of a split whose cases have no labels. */
  workbooks: readonly FilledWorkbook[];
  dataset: Dataset;
  split: SplitName;
  annotations: Annotations;
  /** A case that one caseworker alone labelled takes that label; else it is refused. */
  takeSingle: boolean;
  /** A case that nobody labelled is not in the new version; else it is refused. */
  leaveOutUnread: boolean;
}

type ReadRow = FilledRow & { context: SheetContext };

/**
 * The first labels of a split: what caseworkers agree on, what was decided where they differ, and on request what one
 * alone says. Tells all that is wrong. A case on which nobody names a defect is complete by agreement.
 */
export async function importFirstLabels(
  input: FirstLabelsInput,
  problems: SheetProblems,
): Promise<LabelChanges> {
  const { workbooks, dataset, split, annotations } = input;
  const { rows, context, file } = readRows(workbooks, dataset, problems);
  const changed: LabelChanges = { labels: new Map(), changes: [], leftOut: new Set() };
  const refused = { single: [] as string[], unread: [] as string[], undecided: [] as string[] };
  for await (const caseShown of dataset.cases(split)) {
    const { caseId } = caseShown;
    const people = annotations.get(caseId);
    if (people.length === 0) {
      if (!input.leaveOutUnread) refused.unread.push(caseId);
      changed.leftOut!.add(caseId);
      changed.changes.push({ caseId, kind: 'leftOut', why: context.words.nobodyRead });
    } else if (people.length === 1) {
      if (!input.takeSingle) refused.single.push(caseId);
      addFirst(changed, singleLabel(people[0]!, context));
    } else {
      const settled = settle(caseShown, people, rows.get(caseId) ?? [], context);
      if (settled === null) refused.undecided.push(caseId);
      else addFirst(changed, settled);
    }
  }
  tellRefused(refused, file, problems);
  if (changed.labels.size === 0) {
    const expected = 'a case that somebody labelled';
    problems.add({ file, is: `no label for any case of ${split}`, expected });
  }
  return changed;
}

function readRows(workbooks: readonly FilledWorkbook[], dataset: Dataset, problems: SheetProblems) {
  const rows = new Map<string, ReadRow[]>();
  const files = new Map<string, string>();
  for (const workbook of workbooks) {
    const context = createSheetContext(dataset, workbook.meta.language);
    for (const row of readDecisionSheet(workbook, context, problems)) {
      const { caseId } = row.meta;
      const first = files.get(caseId) ?? workbook.file;
      files.set(caseId, first);
      if (first === workbook.file) rows.set(caseId, [...(rows.get(caseId) ?? []), { ...row, context }]);
      else {
        const is = `"${caseId}", which ${first} has too`;
        problems.add({ file: workbook.file, is, expected: 'each case in one file' });
      }
    }
  }
  const { file, meta } = workbooks[0]!;
  return { rows, file, context: createSheetContext(dataset, meta.language) };
}

interface FirstLabel {
  label: Label;
  whyOf: (code: string) => Explained;
  outcome: Explained;
}

type Explained = Required<Pick<ExplainedChange, 'via' | 'why'>>;

/** Null where a difference has no row: then its file is missing. */
function settle(
  caseShown: Case,
  people: readonly Annotation[],
  rows: readonly ReadRow[],
  context: SheetContext,
): FirstLabel | null {
  const differences = findDifferences(caseShown, people, null, context);
  const decidedOn = new Set(rows.map(({ meta }) => meta.code));
  if (differences.some(({ code }) => !decidedOn.has(code))) return null;
  const decisions: Decisions = { defects: new Map(), reasons: new Map() };
  for (const row of rows) readDecision(row, caseShown, differences, decisions, row.context);
  const decided = [...decisions.defects.values()].filter((defect) => defect !== null);
  const defects = [...agreedDefects(caseShown, people, differences, context), ...decided]
    .sort((a, b) => compareText(a.code, b.code))
    .map((defect, at): Defect => ({ ...defect, defectId: `d${at + 1}` }));
  const agreed: Explained = { via: 'agreement', why: context.words.allAgree };
  const ofMeeting = (why: string): Explained => ({ via: 'adjudication', why });
  const reasons = [...new Set(decisions.reasons.values())].join('; ');
  return {
    label: composeLabel(people[0]!, firstOutcome(defects, people, decisions.outcome), defects),
    whyOf: (code) => {
      const why = decisions.reasons.get(code);
      return why === undefined ? agreed : ofMeeting(why);
    },
    outcome: differences.length === 0 ? agreed : ofMeeting(reasons),
  };
}

function singleLabel(annotation: Annotation, { words }: SheetContext): FirstLabel {
  const said: Explained = { via: 'singleReading', why: words.singleReading(annotation.annotatorId) };
  const label = composeLabel(annotation, annotation.outcome, annotation.defects);
  return { label, whyOf: () => said, outcome: said };
}

function composeLabel(
  { caseId, labelVersion }: Annotation,
  outcome: Label['outcome'],
  defects: readonly Defect[],
): Label {
  const ordered = defects.map(({ defectId, ...rest }) => ({ defectId, ...rest }));
  return {
    schema: 'maalestok.label.v1',
    caseId,
    labelVersion,
    outcome,
    provenance: 'people',
    defects: ordered,
  };
}

function addFirst(changed: LabelChanges, { label, whyOf, outcome }: FirstLabel): void {
  const { caseId } = label;
  changed.labels.set(caseId, label);
  for (const defect of label.defects) {
    const { defectId, code } = defect;
    changed.changes.push({ caseId, kind: 'added', defectId, after: defect, ...whyOf(code) });
  }
  changed.changes.push({ caseId, kind: 'outcome', after: label.outcome, ...outcome });
}

function tellRefused(
  { single, unread, undecided }: Record<'single' | 'unread' | 'undecided', string[]>,
  file: string,
  problems: SheetProblems,
): void {
  if (undecided.length > 0) {
    problems.add({
      file,
      is: `no decision on ${nameCases(undecided)}`,
      expected: 'a row for each difference',
      mend: 'Import all files that `labels adjudicate` wrote in one call.',
    });
  }
  if (single.length > 0) {
    problems.add({
      file,
      is: `${nameCases(single)}, which one caseworker alone labelled`,
      expected: 'labels by two or more',
      mend: 'Let another caseworker label them, and adjudicate again; or add --take-single: the one label is taken, and the change log says so.',
    });
  }
  if (unread.length > 0) {
    problems.add({
      file,
      is: `${nameCases(unread)}, which nobody labelled`,
      expected: 'a label for every case of the split',
      mend: 'Let caseworkers label them (`labels export --cases …`), and adjudicate again; or add --leave-out-unread: they are no part of the new version.',
    });
  }
}

/** Says which cases, as far as a line goes. */
export function nameCases(ids: readonly string[]): string {
  const shown = ids.slice(0, 20).map((id) => `"${id}"`);
  const more = ids.length > shown.length ? [`… and ${ids.length - shown.length} more`] : [];
  return `${ids.length} ${ids.length === 1 ? 'case' : 'cases'} (${[...shown, ...more].join(', ')})`;
}

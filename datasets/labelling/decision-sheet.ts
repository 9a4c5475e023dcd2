import type { Case } from '../case.ts';
import type { Defect } from '../label.ts';
import type { SheetCell, SheetToWrite } from '../tables/write-xlsx.ts';
import { placesOf } from './case-places.ts';
import { dropDownsOf, lists } from './case-sheet.ts';
import { caseTypeName } from './case-type-name.ts';
import { type DefectCells, toDefectCells } from './defect-cells.ts';
import { readingRows } from './reading-rows.ts';
import type { SheetContext } from './sheet-context.ts';

export const adjudicationColumns = [
  'id',
  'case',
  'what',
  'gold',
  'views',
  'difference',
  'decision',
  'severity',
  'discretion',
  'citations',
  'place1',
  'place2',
  'place3',
  'places',
  'why',
] as const;

export const poolColumns = [
  'id',
  'case',
  'finding',
  'known',
  'decision',
  'duplicateOf',
  'code',
  'severity',
  'discretion',
  'citations',
  'place1',
  'place2',
  'place3',
  'places',
  'why',
] as const;

export type DecisionColumn = (typeof adjudicationColumns)[number] | (typeof poolColumns)[number];

/** What stands in the cells of a row that somebody decides on. */
export interface DecisionRow {
  caseShown: Case;
  cells: Partial<Record<DecisionColumn, string>>;
}

/** Columns that a person fills in or mends; all others are to be read. */
const filled: ReadonlySet<DecisionColumn> = new Set([
  'decision',
  'duplicateOf',
  'code',
  'severity',
  'discretion',
  'citations',
  'place1',
  'place2',
  'place3',
  'places',
  'why',
]);

const widths: Partial<Record<DecisionColumn, number>> = {
  id: 7,
  case: 18,
  what: 34,
  finding: 60,
  gold: 34,
  known: 40,
  views: 50,
  difference: 22,
  decision: 20,
  duplicateOf: 12,
  code: 40,
  severity: 12,
  discretion: 8,
  citations: 38,
  places: 24,
  why: 44,
};

/** A row as it is written. */
export interface WrittenDecisionRow extends DecisionRow {
  /** The places of its case: the list that is named as the case's sheet. */
  placesList: string;
  /** About the case's conclusion, not about a defect. */
  isConclusion: boolean;
}

/** A row a decision. */
export function buildDecisionSheet(
  rows: readonly WrittenDecisionRow[],
  columns: readonly DecisionColumn[],
  context: SheetContext,
): SheetToWrite {
  const { words } = context;
  const header = columns.map((column): SheetCell => ({ value: words.columns[column], style: 'header' }));
  const listOf = ({ isConclusion }: WrittenDecisionRow) =>
    columns === poolColumns ? lists.judge : isConclusion ? lists.conclude : lists.settle;
  const body = rows.map(({ cells }) =>
    columns.map((column): SheetCell => {
      const value = cells[column] ?? '';
      return { value: value === '' ? null : value, style: filled.has(column) ? 'input' : 'text' };
    }),
  );
  return {
    name: words.decisions,
    rows: [header, ...body],
    widths: columns.map((column) => widths[column] ?? 28),
    frozenRows: 1,
    filter: { row: 0, bottom: rows.length, columns: columns.length },
    dropDowns: rows.flatMap((row, at) => {
      const range = { top: at + 1, bottom: at + 1 };
      return [
        { ...range, column: columns.indexOf('decision'), list: listOf(row) },
        ...dropDownsOf(columns, range, row.placesList),
      ];
    }),
  };
}

/** The cells of a proposal, less what the decision itself says. */
export function proposalCells(
  proposal: Omit<Defect, 'defectId'>,
  caseShown: Case,
  context: SheetContext,
): DefectCells {
  return toDefectCells(proposal, placesOf(caseShown, context), context);
}

/** What all readings of a case say, to be seen and not decided on. */
export interface AgreedCase {
  caseId: string;
  says: string;
}

/** What becomes a first label without a decision: nothing of it is read back. */
export function buildAgreedSheet(cases: readonly AgreedCase[], { words }: SheetContext): SheetToWrite {
  return {
    name: words.agreed,
    rows: [
      [{ value: words.agreedNote, style: 'quiet' }],
      [words.columns.case, words.agreedWhat].map((value) => ({ value, style: 'header' as const })),
      ...cases.map(({ caseId, says }) => [caseId, says].map((value) => ({ value, style: 'text' as const }))),
    ],
    widths: [24, 120],
    frozenRows: 2,
  };
}

/** A case to be read beside the decisions. */
export function buildReadingSheet(caseShown: Case, name: string, context: SheetContext): SheetToWrite {
  const { words } = context;
  return {
    name,
    rows: [
      [{ value: `${words.case} ${caseShown.caseId}`, style: 'title' }],
      [{ value: words.caseType, style: 'bold' }, caseTypeName(caseShown, context)],
      [{ value: words.date, style: 'bold' }, caseShown.applicationDate],
      [{ value: words.municipality, style: 'bold' }, `${caseShown.municipality}, ${caseShown.zone}`],
      ...readingRows(caseShown, context),
    ],
    widths: [34, 46, 12, 12, 8, 44, 30],
    frozenRows: 1,
  };
}

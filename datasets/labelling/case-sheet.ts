import type { Case } from '../case.ts';
import type { Defect, Label } from '../label.ts';
import type { DropDown, SheetCell, SheetToWrite } from '../tables/write-xlsx.ts';
import { placesOf } from './case-places.ts';
import { caseTypeName } from './case-type-name.ts';
import { defectFields, toDefectCells } from './defect-cells.ts';
import { readingRows } from './reading-rows.ts';
import type { SheetContext } from './sheet-context.ts';

export interface CaseSheetInput {
  caseShown: Case;
  /** Of the sheet. */
  name: string;
  /** What stands in the table already; absent: nothing, nobody's view is given away. */
  label?: Pick<Label, 'outcome' | 'defects'> | undefined;
  /** With the columns in which a change is explained. */
  correction: boolean;
}

export type DefectColumn = 'id' | (typeof defectFields)[number] | 'drop' | 'reason';

/** The columns of the table of defects, from A on. */
export function defectColumns(correction: boolean): DefectColumn[] {
  return ['id', ...defectFields, ...(correction ? (['drop', 'reason'] as const) : [])];
}

const widths = [34, 46, 12, 12, 8, 44, 30, 30, 30, 24, 40, 9, 36];
const freeRows = 12;

/** A case to be read and labelled. Its places to choose from are the list that is named as the sheet is. */
export function buildCaseSheet(input: CaseSheetInput, context: SheetContext): SheetToWrite {
  const { caseShown, name, label, correction } = input;
  const { words } = context;
  const columns = defectColumns(correction);
  const top: SheetCell[][] = [
    [{ value: `${words.case} ${caseShown.caseId}`, style: 'title' }],
    [bold(words.caseId), caseShown.caseId, quiet(words.keep)],
    [bold(words.caseType), caseTypeName(caseShown, context)],
    [bold(words.date), caseShown.applicationDate],
    [bold(words.municipality), `${caseShown.municipality}, ${caseShown.zone}`],
    [
      bold(words.conclusion),
      field(label === undefined ? '' : words.outcomes[label.outcome]),
      quiet(words.conclusionHelp),
    ],
    ...(correction ? [[bold(words.conclusionReason), field('')]] : []),
    [],
    columns.map((_, at): SheetCell => ({ value: at === 0 ? words.defects : '', style: 'heading' })),
    columns.map((column): SheetCell => ({ value: words.columns[column], style: 'header' })),
  ];
  const table = defectRows(label?.defects ?? [], caseShown, columns, context);
  const rows = [...top, ...table, [quiet(words.end)], ...readingRows(caseShown, context)];
  const range = { top: top.length, bottom: top.length + table.length - 1 };
  const conclusion = { top: 5, bottom: 5, column: 1, list: lists.outcomes };
  return {
    name,
    rows,
    widths: widths.slice(0, columns.length),
    frozenRows: 1,
    dropDowns: [conclusion, ...dropDownsOf(columns, range, name)],
  };
}

/** Names of the lists that all cases share. */
export const lists = {
  outcomes: '#outcomes',
  codes: '#codes',
  roles: '#roles',
  severities: '#severities',
  yesNo: '#yesNo',
  yes: '#yes',
  settle: '#settle',
  conclude: '#conclude',
  judge: '#judge',
} as const;

/** The lists that a sheet with the table of defects chooses from, less the places of its case. */
export function dropDownsOf(
  columns: readonly string[],
  range: { top: number; bottom: number },
  placesList: string,
): DropDown[] {
  const listOf: Record<string, string> = {
    code: lists.codes,
    role: lists.roles,
    severity: lists.severities,
    discretion: lists.yesNo,
    place1: placesList,
    place2: placesList,
    place3: placesList,
    drop: lists.yes,
  };
  return columns.flatMap((column, at) =>
    listOf[column] === undefined ? [] : [{ ...range, column: at, list: listOf[column] }],
  );
}

/** The places of a case, as its sheet offers them. */
export function placesList(caseShown: Case, context: SheetContext): string[] {
  return placesOf(caseShown, context).map(({ text }) => text);
}

function defectRows(
  defects: readonly Defect[],
  caseShown: Case,
  columns: readonly DefectColumn[],
  context: SheetContext,
): SheetCell[][] {
  const places = placesOf(caseShown, context);
  const filled = defects.map((defect) => {
    const cells: Partial<Record<DefectColumn, string>> = {
      id: defect.defectId,
      ...toDefectCells(defect, places, context),
    };
    return columns.map((column) => field(cells[column] ?? ''));
  });
  const empty = Array.from({ length: freeRows }, () => columns.map(() => field('')));
  return [...filled, ...empty];
}

function bold(value: string): SheetCell {
  return { value, style: 'bold' };
}

function quiet(value: string): SheetCell {
  return { value, style: 'quiet' };
}

/** A cell to be filled in. */
function field(value: string): SheetCell {
  return { value: value === '' ? null : value, style: 'input' };
}

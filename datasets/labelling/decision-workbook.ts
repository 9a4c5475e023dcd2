import type { Case } from '../case.ts';
import type { JudgedFinding } from '../judged.ts';
import { toSheetNames } from '../tables/sheet-names.ts';
import { listsSheet, type WorkbookToWrite } from '../tables/write-xlsx.ts';
import { placesList } from './case-sheet.ts';
import {
  type AgreedCase,
  adjudicationColumns,
  buildAgreedSheet,
  buildDecisionSheet,
  buildReadingSheet,
  type DecisionRow,
  poolColumns,
} from './decision-sheet.ts';
import { composeMeta, composeWorkbook, latestDate, type WorkbookSource } from './label-workbook.ts';
import type { SheetContext } from './sheet-context.ts';
import { metaSheet, type SheetMeta } from './sheet-meta.ts';

/** A row with what import has to know of it. */
export interface DecisionEntry extends DecisionRow {
  defectId?: string | undefined;
  code?: string | undefined;
  /** Of pooling: what the row is about, kept where it does not become a label. */
  findings?: readonly JudgedFinding[] | undefined;
}

export interface DecisionWorkbookInput extends WorkbookSource {
  kind: 'adjudication' | 'pool';
  /** In the order in which they stand; those of a case need not stand together. */
  entries: readonly DecisionEntry[];
  runs?: readonly string[] | undefined;
  /** Absent: no sheet of what all agree on. */
  agreed?: readonly AgreedCase[] | undefined;
}

/** One sheet of decisions, and the cases that they are about, to be read. */
export function buildDecisionWorkbook(input: DecisionWorkbookInput, context: SheetContext): WorkbookToWrite {
  const { kind, entries, runs, agreed } = input;
  const { words } = context;
  const cases = [...new Map(entries.map(({ caseShown }) => [caseShown.caseId, caseShown])).values()];
  const names = namesOf(cases, [words.guide, words.decisions, words.agreed, listsSheet, metaSheet]);
  const columns = kind === 'pool' ? poolColumns : adjudicationColumns;
  const rows = entries.map(({ caseShown, cells, code }, at) => ({
    caseShown,
    cells: { ...cells, id: `r${at + 1}`, case: caseShown.caseId },
    placesList: names.get(caseShown.caseId)!,
    isConclusion: code === undefined,
  }));
  const meta = composeMeta(input, context, {
    kind,
    prefilled: false,
    ...(runs === undefined ? {} : { runs: [...runs] }),
    cases: cases.map(({ caseId }) => ({ sheet: names.get(caseId)!, caseId })),
    rows: entries.map((entry, at) => rowMeta(entry, `r${at + 1}`)),
  });
  return composeWorkbook({
    source: input,
    kind,
    sheets: [
      buildDecisionSheet(rows, columns, context),
      ...(agreed === undefined ? [] : [buildAgreedSheet(agreed, context)]),
      ...cases.map((each) => buildReadingSheet(each, names.get(each.caseId)!, context)),
    ],
    meta,
    places: Object.fromEntries(cases.map((each) => [names.get(each.caseId)!, placesList(each, context)])),
    date: latestDate(cases),
    context,
  });
}

function namesOf(cases: readonly Case[], taken: readonly string[]): Map<string, string> {
  const names = toSheetNames(
    cases.map(({ caseId }) => caseId),
    taken,
  );
  return new Map(cases.map(({ caseId }, at) => [caseId, names[at]!]));
}

function rowMeta(
  { caseShown, defectId, code, findings }: DecisionEntry,
  id: string,
): NonNullable<SheetMeta['rows']>[number] {
  return {
    id,
    caseId: caseShown.caseId,
    ...(defectId === undefined ? {} : { defectId }),
    ...(code === undefined ? {} : { code }),
    ...(findings === undefined ? {} : { findings: [...findings] }),
  };
}

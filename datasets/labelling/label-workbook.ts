import type { Card, SplitName } from '../card.ts';
import type { Case } from '../case.ts';
import type { Label } from '../label.ts';
import { toSheetNames } from '../tables/sheet-names.ts';
import { listsSheet, type SheetToWrite, type WorkbookToWrite } from '../tables/write-xlsx.ts';
import { buildCaseSheet, placesList } from './case-sheet.ts';
import { buildFrontSheet } from './front-sheet.ts';
import { sharedLists } from './shared-lists.ts';
import type { SheetContext } from './sheet-context.ts';
import { metaSheet, type SheetMeta, toMetaSheet } from './sheet-meta.ts';

/** Cases a file: more are slow to open and easy to lose one's way in. */
export const casesPerFile = 100;

export interface WorkbookSource {
  card: Card;
  split: SplitName;
  /** Of the data set's cases. */
  contentHash: string;
  /** Of the labels that the sheets build on. */
  labelsHash?: string | undefined;
  /** Of the annotations that they build on. */
  annotationsHash?: string | undefined;
  /** Which file of how many. From 1. */
  part: { number: number; of: number };
}

export interface LabelWorkbookInput extends WorkbookSource {
  kind: 'annotation' | 'correction';
  annotator?: string | undefined;
  /** At most `casesPerFile`. With a label, where there is one to correct. */
  cases: readonly { caseShown: Case; label?: Pick<Label, 'outcome' | 'defects'> | undefined }[];
}

/** The sheets in which one caseworker labels cases, or in which labels are corrected. The same input gives the same workbook. */
export function buildLabelWorkbook(input: LabelWorkbookInput, context: SheetContext): WorkbookToWrite {
  const { cases, kind, annotator } = input;
  const { words } = context;
  const names = toSheetNames(
    cases.map(({ caseShown }) => caseShown.caseId),
    [words.guide, listsSheet, metaSheet],
  );
  const sheets = cases.map(({ caseShown, label }, at) =>
    buildCaseSheet({ caseShown, name: names[at]!, label, correction: kind === 'correction' }, context),
  );
  const meta = composeMeta(input, context, {
    kind,
    ...(annotator === undefined ? {} : { annotator }),
    prefilled: cases.some(({ label }) => label !== undefined),
    cases: cases.map(({ caseShown }, at) => ({ sheet: names[at]!, caseId: caseShown.caseId })),
  });
  return composeWorkbook({
    source: input,
    kind,
    annotator,
    sheets,
    meta,
    date: latestDate(cases.map(({ caseShown }) => caseShown)),
    places: Object.fromEntries(
      cases.map(({ caseShown }, at) => [names[at]!, placesList(caseShown, context)]),
    ),
    context,
  });
}

export function composeMeta(
  { card, split, contentHash, labelsHash, annotationsHash }: WorkbookSource,
  { language }: SheetContext,
  rest: Pick<SheetMeta, 'kind' | 'prefilled' | 'cases'> &
    Partial<Pick<SheetMeta, 'annotator' | 'runs' | 'rows'>>,
): SheetMeta {
  const { id, version } = card;
  return {
    schema: 'maalestok.sheet.v1',
    language,
    dataset: {
      id,
      version,
      contentHash,
      ...(labelsHash === undefined ? {} : { labelsHash }),
      ...(annotationsHash === undefined ? {} : { annotationsHash }),
      split,
    },
    ...rest,
  };
}

export interface WorkbookParts {
  source: WorkbookSource;
  kind: SheetMeta['kind'];
  annotator?: string | undefined;
  sheets: readonly SheetToWrite[];
  meta: SheetMeta;
  /** Places to choose from, by the name that the sheets use. */
  places: Readonly<Record<string, readonly string[]>>;
  /** ISO date: the latest that the cases carry, never a clock's. */
  date: string;
  context: SheetContext;
}

/** Front sheet, sheets, lists, and what it was made from. */
export function composeWorkbook(parts: WorkbookParts): WorkbookToWrite {
  const { source, kind, annotator, sheets, meta, places, date, context } = parts;
  const { words } = context;
  return {
    title: words.titles[kind],
    date,
    sheets: [buildFrontSheet({ ...source, kind, annotator }, context), ...sheets, toMetaSheet(meta)],
    lists: { ...sharedLists(context), ...places },
    notInList: words.notInList,
  };
}

/** The date that a file of these cases carries. */
export function latestDate(cases: readonly Pick<Case, 'applicationDate'>[]): string {
  return cases.reduce(
    (latest, { applicationDate }) => (applicationDate > latest ? applicationDate : latest),
    '1980-01-01',
  );
}

import { CardSchema } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import { buildLabelWorkbook } from '../../datasets/labelling/label-workbook.ts';
import { openWorkbook } from '../../datasets/labelling/open-workbook.ts';
import { readCaseSheet } from '../../datasets/labelling/read-case-sheet.ts';
import { createSheetContext } from '../../datasets/labelling/sheet-context.ts';
import { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { writeXlsx } from '../../datasets/tables/write-xlsx.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { smallCard } from './small-dataset.ts';

export const smallSheetContext = createSheetContext(
  { taxonomy: smallTaxonomy, catalogue: builtInCatalogue() },
  'da',
);

/** A workbook of these cases as `labels export` writes it. */
export async function writeSheets(
  cases: readonly { caseShown: Case; label?: Pick<Label, 'outcome' | 'defects'> }[],
  kind: 'annotation' | 'correction',
): Promise<Uint8Array> {
  const card = CardSchema.parse(smallCard({}));
  const part = { number: 1, of: 1 };
  return writeXlsx(
    buildLabelWorkbook({ card, split: 'test', contentHash: 'c', part, kind, cases }, smallSheetContext),
  );
}

/** What each case's sheet says, and what is wrong. */
export async function readSheets(
  bytes: Uint8Array,
  cases: readonly { caseShown: Case; label?: Pick<Label, 'outcome' | 'defects'> }[],
  correction: boolean,
) {
  const problems = new SheetProblems();
  const workbook = await openWorkbook(bytes, 'ark.xlsx', problems);
  const readings = cases.map(({ caseShown, label: base }) => {
    const entry = workbook?.meta.cases.find(({ caseId }) => caseId === caseShown.caseId);
    const sheet = entry === undefined ? undefined : workbook!.sheets.get(entry.sheet);
    if (sheet === undefined) return null;
    return readCaseSheet(
      { sheet, file: 'ark.xlsx', caseShown, base, correction },
      smallSheetContext,
      problems,
    );
  });
  return { readings, problems: problems.list };
}

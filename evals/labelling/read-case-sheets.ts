import type { Label } from '../../datasets/label.ts';
import type { CaseReading } from '../../datasets/labelling/case-reading.ts';
import type { FilledWorkbook } from '../../datasets/labelling/open-workbook.ts';
import { readCaseSheet } from '../../datasets/labelling/read-case-sheet.ts';
import { createSheetContext } from '../../datasets/labelling/sheet-context.ts';
import type { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import { sheetWordsOf } from '../../datasets/labelling/sheet-words-of.ts';
import type { Dataset } from '../open-dataset.ts';
import { loadCases } from './load-cases.ts';

export interface CaseSheetsInput {
  workbooks: readonly FilledWorkbook[];
  dataset: Dataset;
  /** What a case's sheet was filled with, by case id. */
  baseOf: (caseId: string) => Pick<Label, 'outcome' | 'defects'> | undefined;
  correction: boolean;
  /** Sheets in which nobody wrote anything are left out; else each is a problem. */
  skipUntouched: boolean;
}

/** Reads all sheets of cases in some workbooks of one split, and tells all that is wrong. By case id. */
export async function readCaseSheets(
  input: CaseSheetsInput,
  problems: SheetProblems,
): Promise<Map<string, CaseReading>> {
  const { workbooks, dataset, baseOf, correction, skipUntouched } = input;
  const wanted = new Set(workbooks.flatMap(({ meta }) => meta.cases.map(({ caseId }) => caseId)));
  const cases = await loadCases(dataset, workbooks[0]!.meta.dataset.split, wanted);
  const readings = new Map<string, CaseReading>();
  const files = new Map<string, string>();
  for (const { file, meta, sheets } of workbooks) {
    const context = createSheetContext(dataset, meta.language);
    for (const { sheet: name, caseId } of meta.cases) {
      const sheet = sheets.get(name);
      const caseShown = cases.get(caseId);
      const first = files.get(caseId);
      if (first !== undefined) {
        problems.add({
          file,
          sheet: name,
          is: `case "${caseId}", which ${first} has too`,
          expected: 'each case once',
          mend: 'Import one of the two files.',
        });
        continue;
      }
      files.set(caseId, file);
      if (sheet === undefined || caseShown === undefined) {
        const is =
          sheet === undefined
            ? `no sheet "${name}"`
            : `a sheet of "${caseId}", which is no case of the split`;
        problems.add({
          file,
          is,
          expected: `the sheet of case "${caseId}" under its name`,
          mend: 'Sheets are not renamed or removed; take it from the exported file once more.',
        });
        continue;
      }
      const reading = readCaseSheet(
        { sheet, file, caseShown, base: baseOf(caseId), correction },
        context,
        problems,
      );
      if (reading === 'untouched' && !skipUntouched) {
        const { words } = context;
        const mend = 'Fill in the sheet, or add --skip-untouched to import the others.';
        problems.add({
          file,
          sheet: name,
          field: words.conclusion,
          is: 'a sheet that nobody filled in',
          expected: 'a conclusion',
          mend,
        });
      }
      if (reading !== null && reading !== 'untouched') readings.set(caseId, reading);
    }
    tellStrangers({ file, meta, sheets }, problems);
  }
  return readings;
}

/** Sheets that the export did not write: renamed ones, or another file's. */
function tellStrangers({ file, meta, sheets }: FilledWorkbook, problems: SheetProblems): void {
  const known = new Set(meta.cases.map(({ sheet }) => sheet));
  const words = sheetWordsOf(meta.language);
  for (const [name, { hidden, rows }] of sheets) {
    if (hidden || known.has(name) || name === words.guide || name === words.decisions || rows.length === 0)
      continue;
    const mend = 'Remove it, or give it the name back that it was exported with.';
    problems.add({
      file,
      sheet: name,
      is: 'a sheet that was not exported',
      expected: 'the exported sheets alone',
      mend,
    });
  }
}

import type { Annotation } from '../../datasets/label.ts';
import type { FilledWorkbook } from '../../datasets/labelling/open-workbook.ts';
import type { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import type { AnnotationIndex } from '../annotation-index.ts';
import type { Dataset } from '../open-dataset.ts';
import { readCaseSheets } from './read-case-sheets.ts';

export interface ImportAnnotationsInput {
  workbooks: readonly FilledWorkbook[];
  dataset: Dataset;
  annotatorId: string;
  /** Those that are there; null where there are none. */
  annotations: AnnotationIndex | null;
  skipUntouched: boolean;
}

/** One caseworker's labels out of their sheets, in the order of the sheets. Tells all that is wrong. */
export async function importAnnotations(
  input: ImportAnnotationsInput,
  problems: SheetProblems,
): Promise<Annotation[]> {
  const { workbooks, dataset, annotatorId, annotations, skipUntouched } = input;
  for (const { file, meta } of workbooks) {
    if (meta.annotator === undefined || meta.annotator === annotatorId) continue;
    problems.add({
      file,
      is: `sheets for "${meta.annotator}"`,
      expected: `sheets for "${annotatorId}", as --annotator says`,
      mend: 'Name the caseworker who filled them in.',
    });
  }
  const prefilled = workbooks.some(({ meta }) => meta.prefilled);
  const own = (caseId: string) => annotations?.get(caseId).find((each) => each.annotatorId === annotatorId);
  const readings = await readCaseSheets(
    { workbooks, dataset, baseOf: prefilled ? own : () => undefined, correction: false, skipUntouched },
    problems,
  );
  return [...readings].map(([caseId, { outcome, defects }]) => {
    const before = prefilled ? own(caseId) : undefined;
    if (before !== undefined) return { ...before, outcome, defects };
    const annotation: Annotation = {
      schema: 'maalestok.annotation.v1',
      caseId,
      labelVersion: dataset.card.labelVersion,
      outcome,
      provenance: 'people',
      defects,
      annotatorId,
    };
    return annotation;
  });
}

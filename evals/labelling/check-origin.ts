import type { FilledWorkbook } from '../../datasets/labelling/open-workbook.ts';
import type { SheetProblems } from '../../datasets/labelling/sheet-problems.ts';
import type { Dataset } from '../open-dataset.ts';

export interface OriginCheck {
  dataset: Pick<Dataset, 'card' | 'contentHash'>;
  /** Of today's labels of the split; absent where the sheets do not build on labels. */
  labelsHash?: string | undefined;
  /** Of today's annotations of the split; absent where there are none. */
  annotationsHash?: string | undefined;
  /** Sheets of another version are taken where its cases are the same: labels made blind know nothing of versions. */
  sameCases: boolean;
}

/** Whether a workbook was made from this data set as it is; tells what differs. */
export function checkOrigin(
  { file, meta }: FilledWorkbook,
  check: OriginCheck,
  problems: SheetProblems,
): boolean {
  const { card, contentHash } = check.dataset;
  const made = meta.dataset;
  const name = (id: string, version: string) => `"${id}" ${version}`;
  const wanted = name(card.id, card.version);
  if (made.id !== card.id) {
    problems.add({
      file,
      is: `sheets of ${name(made.id, made.version)}`,
      expected: `sheets of ${wanted}`,
      mend: 'Name the data set that they were exported from.',
    });
    return false;
  }
  if (made.contentHash !== contentHash) {
    const mend =
      'The cases have changed since: import into the version that the sheets are of, or export anew.';
    problems.add({
      file,
      is: `sheets of ${name(made.id, made.version)}, whose cases are other ones`,
      expected: `sheets of ${wanted}`,
      mend,
    });
    return false;
  }
  if (made.labelsHash !== undefined && made.labelsHash !== check.labelsHash) {
    const mend =
      'The labels have changed since the sheets were exported: import into the version that they are of, or export anew.';
    problems.add({
      file,
      is: `sheets of ${name(made.id, made.version)} with other labels`,
      expected: `sheets of ${wanted} as it is`,
      mend,
    });
    return false;
  }
  if (made.annotationsHash !== undefined && made.annotationsHash !== check.annotationsHash) {
    problems.add({
      file,
      is: "sheets that were made before caseworkers' labels changed",
      expected: 'sheets of the labels as they are',
      mend: 'Write the sheets of differences anew: `npx maalestok labels adjudicate`.',
    });
    return false;
  }
  if (made.annotationsHash !== undefined && check.labelsHash !== undefined) {
    problems.add({
      file,
      is: 'sheets for first labels',
      expected: 'sheets that build on the labels, which the split has by now',
      mend: 'Write the sheets of differences anew: `npx maalestok labels adjudicate`.',
    });
    return false;
  }
  if (made.version === card.version || (check.sameCases && made.labelsHash === undefined)) return true;
  const mend =
    made.labelsHash === undefined
      ? 'The cases are the same: add --same-cases to take them.'
      : 'Import into the version that the sheets are of.';
  problems.add({
    file,
    is: `sheets of ${name(made.id, made.version)}`,
    expected: `sheets of ${wanted}`,
    mend,
  });
  return false;
}

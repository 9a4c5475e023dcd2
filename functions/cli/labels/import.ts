import { basename, dirname } from 'node:path';
import { InputError } from '../../../datasets/errors.ts';
import { type FilledWorkbook, openWorkbook } from '../../../datasets/labelling/open-workbook.ts';
import { SheetProblems } from '../../../datasets/labelling/sheet-problems.ts';
import { checkOrigin } from '../../../evals/labelling/check-origin.ts';
import { importAnnotations } from '../../../evals/labelling/import-annotations.ts';
import { importCorrections } from '../../../evals/labelling/import-corrections.ts';
import { importDecisions } from '../../../evals/labelling/import-decisions.ts';
import { importFirstLabels } from '../../../evals/labelling/import-first-labels.ts';
import { writeAnnotations } from '../../../evals/labelling/write-annotations.ts';
import { labelsOrNull, openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { withPresentDataset } from '../../intake/with-dataset-lock.ts';
import { readAnnotator } from './read-annotator.ts';
import { type VersionOptions, writeNextVersion } from './write-next-version.ts';

export interface ImportLabelsOptions extends VersionOptions {
  dataset: string;
  annotator: string;
  skipUntouched?: boolean;
  sameCases?: boolean;
  /** First labels: of cases that one caseworker alone labelled. */
  takeSingle?: boolean;
  /** First labels: cases that nobody labelled are not in the new version. */
  leaveOutUnread?: boolean;
}

/** `maalestok labels import`: everything is checked first, all problems are told, and then all of it goes in or none. */
export async function importLabels(files: readonly string[], options: ImportLabelsOptions): Promise<void> {
  const annotatorId = readAnnotator(options.annotator);
  const problems = new SheetProblems();
  const workbooks = await openAll(files, problems);
  // What another import wrote meanwhile would be lost: the data set is opened when no other process works on it.
  await withPresentDataset(options.dataset, () => importWorkbooks(workbooks, annotatorId, problems, options));
}

async function importWorkbooks(
  workbooks: readonly FilledWorkbook[],
  annotatorId: string,
  problems: SheetProblems,
  options: ImportLabelsOptions,
): Promise<void> {
  const store = createFileStore(options.dataset);
  const dataset = await openDataset(store);
  const [first] = workbooks;
  if (first === undefined) {
    problems.throwIfAny();
    return;
  }
  const { kind, dataset: made } = first.meta;
  requireAlike(workbooks, problems);
  const split = made.split;
  if (dataset.card.splits[split] === undefined) {
    throw new InputError({
      file: first.file,
      is: `sheets of the split "${split}"`,
      expected: Object.keys(dataset.card.splits).join(' or '),
    });
  }
  const caseIds = new Set(await dataset.caseIds(split));
  // Cases that were taken in without labels are labelled by people first; all else builds on labels.
  const mayBeFirst = kind === 'annotation' || (kind === 'adjudication' && made.annotationsHash !== undefined);
  const labels = await (mayBeFirst ? labelsOrNull(dataset, split, caseIds) : dataset.labels(split, caseIds));
  const annotations = await dataset.annotations(split, caseIds);
  const origin = {
    dataset,
    labelsHash: labels?.contentHash,
    annotationsHash: annotations?.contentHash,
    sameCases: options.sameCases === true,
  };
  const readable = workbooks.filter((workbook) => checkOrigin(workbook, origin, problems));
  if (readable.length === 0) problems.throwIfAny();
  if (kind === 'annotation') {
    const skipUntouched = options.skipUntouched === true;
    const imported = await importAnnotations(
      { workbooks: readable, dataset, annotatorId, annotations, skipUntouched },
      problems,
    );
    problems.throwIfAny();
    const { added, replaced, unchanged } = await writeAnnotations(dataset, store, split, imported);
    process.stdout.write(
      `${annotatorId}, ${split}: ${added} cases labelled, ${replaced} changed, ${unchanged} as they were\n`,
    );
    return;
  }
  const changed =
    kind === 'correction'
      ? await importCorrections(readable, dataset, labels!, problems)
      : labels === null
        ? await importFirstLabels(
            {
              workbooks: readable,
              dataset,
              split,
              annotations: annotations!,
              takeSingle: options.takeSingle === true,
              leaveOutUnread: options.leaveOutUnread === true,
            },
            problems,
          )
        : await importDecisions({ workbooks: readable, dataset, labels, annotations }, problems);
  problems.throwIfAny();
  await writeNextVersion({ dataset, store, split, by: annotatorId, kind, changed, options });
}

async function openAll(files: readonly string[], problems: SheetProblems): Promise<FilledWorkbook[]> {
  const workbooks: FilledWorkbook[] = [];
  for (const file of new Set(files)) {
    const bytes = await createFileStore(dirname(file)).read(basename(file));
    if (bytes === null) {
      problems.add({ file, is: 'no such file', expected: 'a workbook that was exported and filled in' });
      continue;
    }
    const workbook = await openWorkbook(bytes, file, problems);
    if (workbook !== null) workbooks.push(workbook);
  }
  return workbooks;
}

/** One import is of one kind of sheets and of one split. */
function requireAlike(workbooks: readonly FilledWorkbook[], problems: SheetProblems): void {
  const { kind, dataset } = workbooks[0]!.meta;
  for (const { file, meta } of workbooks) {
    if (meta.kind === kind && meta.dataset.split === dataset.split) continue;
    const is = `sheets for ${meta.kind} of the split ${meta.dataset.split}`;
    const expected = `sheets for ${kind} of the split ${dataset.split}, as in ${workbooks[0]!.file}`;
    problems.add({ file, is, expected, mend: 'Import the files in separate calls.' });
  }
}

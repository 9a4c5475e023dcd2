import type { SplitName } from '../../../datasets/card.ts';
import type { Case } from '../../../datasets/case.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { Label } from '../../../datasets/label.ts';
import { buildLabelWorkbook, casesPerFile } from '../../../datasets/labelling/label-workbook.ts';
import { createSheetContext } from '../../../datasets/labelling/sheet-context.ts';
import { type Dataset, openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { flagError, readLanguage, readSplit } from '../read-options.ts';
import { readAnnotator } from './read-annotator.ts';
import { selectCases } from './select-cases.ts';
import { partName, writeWorkbook } from './write-parts.ts';

export interface ExportLabelsOptions {
  dataset: string;
  split: string;
  format: string;
  cases?: string;
  annotator?: string;
  prefill?: boolean;
  out: string;
  language: string;
}

type Prefilled = Pick<Label, 'outcome' | 'defects'>;

/** `maalestok labels export`: sheets in which caseworkers label cases. Blind unless --prefill. */
export async function exportLabels(options: ExportLabelsOptions): Promise<void> {
  const language = readLanguage(options.language);
  const split = readSplit(options.split);
  if (options.format !== 'xlsx') throw flagError('--format', options.format, 'xlsx');
  const annotator = options.annotator === undefined ? undefined : readAnnotator(options.annotator);
  const dataset = await openDataset(createFileStore(options.dataset));
  const ids = await dataset.caseIds(split);
  const selected = selectCases(ids, options.cases);
  const { labelOf, labelsHash } = await readPrefill(dataset, split, ids, annotator, options.prefill === true);
  const context = createSheetContext(dataset, language);
  const of = Math.ceil(selected.length / casesPerFile);
  let number = 0;
  for await (const cases of batches(dataset, split, new Set(selected))) {
    number += 1;
    const part = { number, of };
    const workbook = buildLabelWorkbook(
      {
        card: dataset.card,
        split,
        contentHash: dataset.contentHash,
        labelsHash,
        part,
        kind: labelsHash === undefined ? 'annotation' : 'correction',
        annotator,
        cases: cases.map((caseShown) => ({ caseShown, label: labelOf(caseShown.caseId) })),
      },
      context,
    );
    const out = partName(options.out, part);
    await writeWorkbook(out, workbook);
    process.stdout.write(`${out}: ${cases.length} cases\n`);
  }
}

/**
 * What the sheets are filled with: nothing; the adjudicated labels, to be corrected; or a caseworker's own earlier ones.
 * @throws {InputError} where that caseworker has none
 */
async function readPrefill(
  dataset: Dataset,
  split: SplitName,
  ids: readonly string[],
  annotator: string | undefined,
  prefill: boolean,
): Promise<{ labelOf: (caseId: string) => Prefilled | undefined; labelsHash?: string }> {
  if (!prefill) return { labelOf: () => undefined };
  const known = new Set(ids);
  if (annotator === undefined) {
    const labels = await dataset.labels(split, known);
    return { labelOf: (caseId) => labels.get(caseId), labelsHash: labels.contentHash };
  }
  const annotations = await dataset.annotations(split, known);
  if (annotations?.annotators.includes(annotator) === true) {
    return {
      labelOf: (caseId) => annotations.get(caseId).find(({ annotatorId }) => annotatorId === annotator),
    };
  }
  throw new InputError({
    field: '--prefill',
    is: `no labels of "${annotator}" in the split ${split}`,
    expected: 'a caseworker who labelled some of it',
    mend: 'Leave --prefill out for blind sheets, or --annotator for correcting the labels themselves.',
  });
}

async function* batches(
  dataset: Dataset,
  split: SplitName,
  wanted: ReadonlySet<string>,
): AsyncGenerator<Case[]> {
  let batch: Case[] = [];
  for await (const each of dataset.cases(split)) {
    if (!wanted.has(each.caseId)) continue;
    batch.push(each);
    if (batch.length < casesPerFile) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

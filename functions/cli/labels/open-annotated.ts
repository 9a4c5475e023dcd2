import type { SplitName } from '../../../datasets/card.ts';
import { InputError } from '../../../datasets/errors.ts';
import type { AnnotationIndex } from '../../../evals/annotation-index.ts';
import type { LabelIndex } from '../../../evals/label-index.ts';
import { type Dataset, labelsOrNull, openDataset } from '../../../evals/open-dataset.ts';
import { quoteArgument } from '../../../evals/quote-argument.ts';
import { createFileStore } from '../../adapters/file-store.ts';

/**
 * A data set whose split has caseworkers' own labels; `labels` is null where these are to become the first.
 * @throws {InputError} where it has none
 */
export async function openAnnotated(
  folder: string,
  split: SplitName,
): Promise<{ dataset: Dataset; labels: LabelIndex | null; annotations: AnnotationIndex }> {
  const dataset = await openDataset(createFileStore(folder));
  const caseIds = new Set(await dataset.caseIds(split));
  const labels = await labelsOrNull(dataset, split, caseIds);
  const annotations = await dataset.annotations(split, caseIds);
  if (annotations !== null) return { dataset, labels, annotations };
  throw new InputError({
    file: folder,
    field: '--split',
    is: `no caseworkers' own labels in the split ${split}`,
    expected: 'labels by two caseworkers or more',
    mend: `Let them fill in the sheets of \`npx maalestok labels export --dataset ${quoteArgument(folder)} --split ${split} --annotator ID --out FILE.xlsx\`, and import them.`,
  });
}

import type { SplitName } from '../../datasets/card.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { requireSealedNames } from './require-sealed-names.ts';

/**
 * Reads every case of a data set and its hash, and looks whether each file that card and cases name is there; of labels only
 * whether they are, since whoever registers does not read them.
 * @param store the data set's folder
 * @throws {InputError} on the first thing that is wrong
 */
export async function checkDataset(dataset: Dataset, store: BlobStore): Promise<void> {
  requireSealedNames(dataset.card);
  const there = new Set(await store.list(''));
  const requireFile = (key: string | undefined, field: string) => {
    if (key === undefined || there.has(key)) return;
    throw new InputError({
      file: 'card.json',
      field,
      is: `"${key}", which is not there`,
      expected: 'a file in the store',
    });
  };
  for (const [name, { labels, annotations, judged }] of Object.entries(dataset.card.splits)) {
    for (const [at, key] of Object.entries({ labels, annotations, judged }))
      requireFile(key, `splits.${name}.${at}`);
    await dataset.caseIds(name as SplitName);
    for await (const { caseId, files } of dataset.cases(name as SplitName))
      for (const { sha256 } of files) requireFile(`files/${sha256}`, `${name}: case "${caseId}"`);
  }
}

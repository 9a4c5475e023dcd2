import type { SplitName } from '../datasets/card.ts';
import { InputError } from '../datasets/errors.ts';
import type { LabelledCase } from './baselines/labelled-case.ts';
import type { Dataset } from './open-dataset.ts';

/**
 * The practice split with its labels: what the learned baselines learn from. They go to no other model.
 * @param field of the suite: the model that learns
 * @throws {InputError}
 */
export async function readPractice(dataset: Dataset, field: string): Promise<LabelledCase[]> {
  if (dataset.card.splits.practice === undefined) {
    throw new InputError({
      field,
      is: `a model that learns from the practice split, which "${dataset.card.id}" does not have`,
      expected: 'a data set with one for `constant` and `nearest-case`',
      mend: 'Leave it out of the suite, or deal cases to practice with `npx maalestok dataset split`.',
    });
  }
  const labels = await dataset.labels('practice', new Set(await dataset.caseIds('practice')));
  const practice: LabelledCase[] = [];
  for await (const caseShown of dataset.cases('practice')) {
    practice.push({ case: caseShown, label: labels.get(caseShown.caseId) });
  }
  return practice;
}

/** The ids of all cases, of whatever split. */
export async function readCaseIds(dataset: Dataset): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const split of Object.keys(dataset.card.splits) as SplitName[]) {
    for (const caseId of await dataset.caseIds(split)) ids.add(caseId);
  }
  return ids;
}

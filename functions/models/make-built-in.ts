import { learnConstant } from '../../evals/baselines/constant.ts';
import { createSilent } from '../../evals/baselines/silent.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { Model } from '../../evals/ports.ts';
import { readPractice } from '../../evals/read-practice.ts';
import { type BuiltInModel, describeBuiltIn } from './built-in-model.ts';
import type { MadeModel } from './ready-model.ts';

/**
 * A model that is worked out in this process.
 * @param field of the suite: `models[0]`
 * @throws {InputError} where it learns from a practice split and there is none
 */
export async function makeBuiltIn(entry: BuiltInModel, dataset: Dataset, field: string): Promise<MadeModel> {
  const { id, version, fingerprint } = describeBuiltIn(entry, dataset);
  const { screen } = await makeModel(entry, dataset, field);
  return { fingerprint, model: { id, version, screen } };
}

/** What takes long to load is loaded where it is asked for. */
async function makeModel({ adapter }: BuiltInModel, dataset: Dataset, field: string): Promise<Model> {
  switch (adapter) {
    case 'silent':
      return createSilent();
    case 'checklist': {
      const { createChecklist } = await import('../../evals/baselines/checklist/checklist.ts');
      return createChecklist(dataset.taxonomy);
    }
    case 'constant': {
      const practice = await readPractice(dataset, field);
      return learnConstant(
        practice.map(({ label }) => label),
        dataset.taxonomy,
      );
    }
    case 'nearest-case': {
      const { learnNearestCase } = await import('../../evals/baselines/nearest-case.ts');
      return learnNearestCase(await readPractice(dataset, field), dataset.taxonomy);
    }
  }
}

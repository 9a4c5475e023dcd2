import { SuiteSchema } from '../../evals/suite.ts';
import type { RunOrder } from './api-context.ts';
import type { DatasetRecord, ModelRecord, RunJob } from './resources.ts';

/** What a run asks, as the suite that `maalestok run` would be given. */
export function orderOf(
  run: RunJob,
  { place, dataset }: DatasetRecord,
  models: readonly ModelRecord[],
): RunOrder {
  const { dataset: _, ...suite } = SuiteSchema.parse({
    schema: 'maalestok.suite.v1',
    id: `api-${dataset.id}`.slice(0, 128),
    titleDa: dataset.titleDa,
    titleEn: dataset.titleEn,
    dataset: '-',
    split: run.split,
    policy: run.policy,
    protocol: { repeats: run.repeats },
    models: models.map(({ entry }) => entry),
  });
  const { id, limit, maxCostDkk, retryFailed, starts: attempt } = run;
  return { id, suite, datasetPlace: place, limit, maxCostDkk, retryFailed, attempt };
}

import type { Dataset } from '../../evals/open-dataset.ts';
import type { RunOrder } from '../api/api-context.ts';
import type { Desk } from '../api/desk.ts';
import type { RunJob } from '../api/resources.ts';
import {
  freeEstimate,
  maxCostField,
  type RunEstimate,
  requireWithin,
  shortenEstimate,
} from '../estimate/run-estimate.ts';
import { callingOf } from '../models/stand-models.ts';
import { requirePrices } from '../run/require-prices.ts';
import type { DescribedModel } from './describe-models.ts';
import type { OrderedModel } from './run-order.ts';

/** A run as it is about to be planned. */
interface RunPlanned extends Pick<RunOrder, 'suite' | 'limit'> {
  dataset: Dataset;
  models: readonly DescribedModel[];
}

/** @throws {InputError} where a run has a limit, and a model that is called no price */
export function requireKnownPrices(
  { maxCostDkk }: Pick<RunJob, 'maxCostDkk'>,
  models: readonly Pick<OrderedModel, 'entry' | 'planned'>[],
): void {
  if (maxCostDkk === null) return;
  const called = models.map(({ entry, planned: { id } }) => ({ id, ...callingOf(entry) }));
  requirePrices(called, maxCostField);
}

/**
 * Says in a run's record what it is expected to cost, by the code of `maalestok estimate`; of earlier runs it knows nothing.
 * @throws {InputError} where that is more than it may cost
 */
export async function estimateCloudRun(
  { id, maxCostDkk }: RunJob,
  desk: Desk,
  planned: RunPlanned,
): Promise<void> {
  const estimate = await makeEstimate(planned, maxCostDkk);
  await desk.change('runs', id, (job) => ({ ...job, estimate }));
  if (maxCostDkk !== null) requireWithin(estimate, maxCostDkk);
}

async function makeEstimate(
  { suite, dataset, models, limit }: RunPlanned,
  maxCostDkk: number | null,
): Promise<RunEstimate> {
  const asked = models.map(({ inputText, ordered: { entry, planned } }) => ({
    ...callingOf(entry),
    ...{ id: planned.id, version: planned.version, entry, inputText },
  }));
  if (!asked.some(({ called }) => called)) return freeEstimate;
  // Loaded with the first model that is called: others cost nothing.
  const { estimateRun } = await import('../estimate/estimate-run.ts');
  const made = await estimateRun({ suite, dataset, models: asked, limit: limit ?? undefined, maxCostDkk });
  return shortenEstimate(made);
}

import { Spending } from '../../evals/engine/spending.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ReadyModel } from '../models/ready-model.ts';
import { readSpent } from '../run/read-spent.ts';
import { requirePrices } from '../run/require-prices.ts';

/**
 * What a run may still cost, after what its calls so far have cost.
 * @param store the run's folder
 * @param besideDkk what other runs under the same limit have cost
 * @throws {InputError} where a model that is called has no price: nothing could be kept within a limit
 */
export async function openSpending(
  maxCostDkk: number,
  models: readonly ReadyModel[],
  store: BlobStore,
  besideDkk = 0,
): Promise<Spending> {
  requirePrices(
    models.map(({ model: { id }, ...calling }) => ({ ...calling, id })),
    '--max-cost',
  );
  let spentDkk = besideDkk;
  for (const { model } of models.filter(({ called }) => called))
    spentDkk += (await readSpent(runKeys.calls(model.id), store)).allDkk;
  return new Spending(maxCostDkk, spentDkk);
}

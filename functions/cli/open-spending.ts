import { Spending } from '../../evals/engine/spending.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ReadyModel } from '../models/ready-model.ts';
import { countForLimit, readSpent } from '../run/read-spent.ts';
import { requirePrices } from '../run/require-prices.ts';

/**
 * What a run may still cost, after what its calls so far count for its limit.
 * @param store the run's folder
 * @param besideDkk what other runs count for the same limit
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
  const dearest = new Map<string, number>();
  for (const { model } of models.filter(({ called }) => called)) {
    const spent = await readSpent(runKeys.calls(model.id), store);
    spentDkk += countForLimit(spent, spent.dearestDkk);
    if (spent.dearestDkk !== null) dearest.set(model.id, spent.dearestDkk);
  }
  return new Spending(maxCostDkk, spentDkk, dearest);
}

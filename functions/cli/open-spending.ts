import { InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { CallSchema } from '../../evals/artifacts.ts';
import { Spending } from '../../evals/engine/spending.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ReadyModel } from '../models/ready-model.ts';

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
  const called = models.filter((model) => model.called);
  for (const { model, price } of called) {
    if (price !== undefined) continue;
    throw new InputError({
      field: '--max-cost',
      is: `a limit, but no price of "${model.id}"`,
      expected: 'a price of each model that is called',
      mend: 'Give the model a `price` in the suite (see docs/cost.md), or leave the limit out.',
    });
  }
  let spentDkk = besideDkk;
  for (const { model } of called) spentDkk += await sumCosts(runKeys.calls(model.id), store);
  return new Spending(maxCostDkk, spentDkk);
}

/** DKK that the calls in a file of a run have cost. A line that a crash has torn is the last one, and no call. */
export async function sumCosts(key: string, store: BlobStore): Promise<number> {
  let sum = 0;
  let line: string | undefined;
  const add = (text: string) => {
    const call = parseLine(text, CallSchema, { file: store.describe(key) });
    if (call.cached === undefined) sum += call.costDkk ?? 0;
  };
  for await (const next of (await store.readLines(key)) ?? []) {
    if (line !== undefined) add(line);
    line = next;
  }
  if (line?.endsWith('}')) add(line);
  return sum;
}

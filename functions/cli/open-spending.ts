import { InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { CallSchema } from '../../evals/artifacts.ts';
import { Spending } from '../../evals/engine/spending.ts';
import type { Journal } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { ReadyModel } from '../runtime.ts';

/**
 * What a run may still cost, after what its calls so far have cost.
 * @param journal of the run's folder: a line torn by a crash is no call
 * @throws {InputError} where a model that is called has no price: nothing could be kept within a limit
 */
export async function openSpending(
  maxCostDkk: number,
  models: readonly ReadyModel[],
  journal: Journal,
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
  let spentDkk = 0;
  for (const { model } of called) spentDkk += await sumCosts(model.id, journal);
  return new Spending(maxCostDkk, spentDkk);
}

async function sumCosts(modelId: string, journal: Journal): Promise<number> {
  const key = runKeys.calls(modelId);
  let sum = 0;
  for (const line of await journal.lines(key)) {
    const call = parseLine(line, CallSchema, { file: key });
    if (call.cached === undefined) sum += call.costDkk ?? 0;
  }
  return sum;
}

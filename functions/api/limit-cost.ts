import { maxCostField } from '../estimate/run-estimate.ts';
import { callingOf } from '../models/stand-models.ts';
import { requirePrices } from '../run/require-prices.ts';
import type { ApiLimits } from './api-context.ts';
import { ApiProblem } from './problem.ts';
import type { ModelRecord } from './resources.ts';

/**
 * What a run may cost: what is asked for, and where nothing is, the most that any run may.
 * @throws {ApiProblem} `invalid` beyond the most that any run may cost
 * @throws {InputError} where there is a limit and a called model has no price
 */
export function limitCost(
  asked: number | null,
  { maxRunCostDkk }: Pick<ApiLimits, 'maxRunCostDkk'>,
  models: readonly ModelRecord[],
): number | null {
  const maxCostDkk = asked ?? maxRunCostDkk;
  if (maxCostDkk === null) return null;
  if (maxRunCostDkk !== null && maxCostDkk > maxRunCostDkk) {
    const faults = [
      {
        field: maxCostField,
        is: String(maxCostDkk),
        expected: `at most ${maxRunCostDkk} DKK, as for every run here`,
      },
    ];
    throw new ApiProblem('invalid', 'The run may cost more than any run here.', { faults });
  }
  requirePrices(
    models.map(({ id, entry }) => ({ id, ...callingOf(entry) })),
    maxCostField,
  );
  return maxCostDkk;
}

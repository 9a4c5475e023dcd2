import { z } from 'zod';
import { InputError } from '../../datasets/errors.ts';
import { type Estimate, EstimateSchema, ModelEstimateSchema } from '../../evals/prices/estimate.ts';

const model = ModelEstimateSchema.shape;

/** What a run's record keeps of its estimate: of the models that are called, the others cost nothing. */
export const RunEstimateSchema = z.strictObject({
  calls: EstimateSchema.shape.calls,
  costDkk: EstimateSchema.shape.costDkk.describe('Null where a model’s cost is not known.'),
  minutes: EstimateSchema.shape.minutes,
  models: z.array(
    z.strictObject({
      id: model.id,
      calls: model.calls,
      costDkk: model.costDkk,
      hasPrice: model.hasPrice,
      pricesOf: model.pricesOf,
      ratesOf: model.ratesOf,
    }),
  ),
});
export type RunEstimate = z.infer<typeof RunEstimateSchema>;

/** Of a run that calls no model. */
export const freeEstimate: RunEstimate = { calls: 0, costDkk: 0, minutes: 0, models: [] };

export function shortenEstimate({ calls, costDkk, minutes, models }: Estimate): RunEstimate {
  return {
    ...{ calls, costDkk, minutes },
    models: models
      .filter(({ called }) => called)
      .map(({ id, calls: own, costDkk: cost, hasPrice, pricesOf, ratesOf }) => ({
        ...{ id, calls: own, costDkk: cost, hasPrice, pricesOf, ratesOf },
      })),
  };
}

/** A run's field, and the API's. */
export const maxCostField = 'maxCostDkk';

/**
 * Refuses a run that is expected to cost more than it may, before any model is asked. Of models whose cost is not known nothing is
 * taken into account: they are kept within the limit while they are asked.
 * @throws {InputError}
 */
export function requireWithin({ costDkk, models }: RunEstimate, maxCostDkk: number): void {
  const knownDkk = models.reduce((sum, each) => sum + (each.costDkk ?? 0), 0);
  if (knownDkk <= maxCostDkk) return;
  const about = `${costDkk === null ? 'at least ' : ''}about ${knownDkk.toFixed(2)} DKK`;
  throw new InputError({
    field: maxCostField,
    is: `${maxCostDkk} DKK, while the run is estimated to cost ${about}`,
    expected: 'a limit that the estimate keeps within; no model was asked',
    mend: `Redrive the run with a higher ${maxCostField}, or start one with fewer cases, repeats or models.`,
  });
}

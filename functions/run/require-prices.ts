import { InputError } from '../../datasets/errors.ts';
import type { Calling } from '../models/ready-model.ts';

/**
 * What a run must know before it can be kept within a limit.
 * @param field where the limit stands
 * @throws {InputError} where a model that is called has no price: nothing could be kept within a limit
 */
export function requirePrices(models: readonly (Calling & { id: string })[], field: string): void {
  const unknown = models.find(({ called, price }) => called && price === undefined);
  if (unknown === undefined) return;
  throw new InputError({
    field,
    is: `a limit, but no price of "${unknown.id}"`,
    expected: 'a price of each model that is called',
    mend: 'Give the model a `price` where it is entered (see docs/cost.md), or leave the limit out.',
  });
}

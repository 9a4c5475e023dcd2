import type { Card } from '../datasets/card.ts';
import { InputError } from '../datasets/errors.ts';
import type { Suite } from './suite.ts';
import { isCalled } from './suite-model.ts';

/**
 * Cases that are not synthetic leave the house only where the suite says to whom, where and by which agreement.
 * @throws {InputError} naming the first model that says nothing
 */
export function requireTransfer(
  { models }: Pick<Suite, 'models'>,
  card: Pick<Card, 'id' | 'synthetic'>,
): void {
  if (card.synthetic) return;
  for (const [at, entry] of models.entries()) {
    if (!isCalled(entry) || entry.transfer !== undefined) continue;
    throw new InputError({
      field: `models[${at}].transfer`,
      is: `nothing, and the data set "${card.id}" is not synthetic`,
      expected: 'recipient, region and agreement',
      mend: 'Say who receives the cases, where, and by which data-processing agreement; no case was sent.',
    });
  }
}

import { InputError } from '../../datasets/errors.ts';
import type { ScreeningIndex } from './screening-index.ts';

/** More models than this are not named one by one. */
const namesSaid = 5;

/**
 * The number of repeats that every model of a file has. A repeat that one of them lacks would count as
 * failures in all its cases, though it was never asked: that is for the sender to decide.
 * @throws {InputError} naming the model with the fewest, and the others
 */
export function requireEqualRepeats(index: ScreeningIndex, file: string): number {
  const counted = index.models().map((model) => ({ id: model.id, repeats: index.repeats(model) }));
  const most = Math.max(...counted.map(({ repeats }) => repeats));
  const [fewest, ...others] = counted.sort((a, b) => a.repeats - b.repeats);
  if (fewest === undefined || fewest.repeats === most) return most;
  const named = others.slice(0, namesSaid).map(({ id, repeats }) => `in ${repeats} by "${id}"`);
  throw new InputError({
    file,
    field: 'repeat',
    is: `answers in ${fewest.repeats} ${fewest.repeats === 1 ? 'repeat' : 'repeats'} by "${fewest.id}", ${named.join(', ')}${others.length > namesSaid ? ' …' : ''}`,
    expected: 'as many by every model in a file',
    mend: 'Score the models in separate files, or complete the answers.',
  });
}

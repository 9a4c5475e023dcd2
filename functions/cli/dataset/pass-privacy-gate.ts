import { InputError } from '../../../datasets/errors.ts';
import { requireGate } from '../../../datasets/privacy/require-gate.ts';
import type { Dataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import { openBesideSplits } from '../gate/gate-dataset.ts';

/**
 * What a data set must pass before it is packed.
 * @throws {InputError} where the gate has not passed it as it is, or its card, change log, taxonomy or catalogue names somebody
 */
export async function passPrivacyGate({ card }: Dataset, store: BlobStore): Promise<void> {
  requireGate(card, store.describe('card.json'));
  const open = await openBesideSplits(store, card);
  if (open.length === 0) return;
  const [{ file, line, field, kind }] = open as [(typeof open)[0]];
  throw new InputError({
    file,
    line,
    field,
    is: `${open.length} open ${open.length === 1 ? 'finding' : 'findings'} of the anonymisation gate (${kind})`,
    expected: 'none',
    mend: 'Run `maalestok gate FOLDER --write`: it lists what is open. Mend each finding, or sign it off with --sign-off and --why.',
  });
}

import { InputError } from '../../../datasets/errors.ts';
import type { Signer } from '../../../evals/ports.ts';
import { fingerprintOf } from '../../../evals/signing/public-key.ts';
import type { SignedResult } from './require-publishable.ts';

/**
 * That a model was "run by us" is what a run says of itself, and a vendor can run one too: it is believed of a run that
 * the publisher's own key signed, or one that they named.
 * @param folder the run's
 * @param chosen ids of the models that are to be published
 * @throws {InputError}
 */
export function requireOwn(
  folder: string,
  { result, fingerprint }: SignedResult,
  chosen: readonly string[],
  signer: Pick<Signer, 'publicKey'>,
): void {
  if (fingerprint === fingerprintOf(signer.publicKey)) return;
  const claimed = result.models
    .map(({ model }) => model)
    .filter(({ id, provenance }) => provenance === 'run-by-us' && chosen.includes(id));
  if (claimed.length === 0) return;
  throw new InputError({
    file: folder,
    is: `a run that another key than yours signed (${fingerprint.slice(0, 16)}), with models that are run by us, as it says: ${claimed.map(({ id }) => id).join(', ')}`,
    expected: 'a run that your own key signed, or the one that --key names',
    mend: "If you trust who ran it as you trust yourself, name their public key with --key. A vendor's own answers are measured by you, with the adapter `replay`, and are self-reported.",
  });
}

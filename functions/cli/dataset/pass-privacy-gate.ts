import { requireGate } from '../../../datasets/privacy/require-gate.ts';
import type { Dataset } from '../../../evals/open-dataset.ts';
import type { BlobStore } from '../../../evals/ports.ts';

/**
 * What a data set must pass before it is packed.
 * @throws {InputError} where the gate has not passed it as it is
 */
export function passPrivacyGate({ card }: Dataset, store: BlobStore): void {
  requireGate(card, store.describe('card.json'));
}

import { createHash } from 'node:crypto';
import type { Card } from '../datasets/card.ts';
import { cardTexts } from '../datasets/card-texts.ts';
import { canonicalHash } from './canonical-hash.ts';
import { readLineHash } from './hash-lines.ts';
import { linesOf } from './open-dataset.ts';
import type { BlobStore } from './ports.ts';

/**
 * SHA-256 of what the gate reads of a data set beside its splits: what the card says, its own taxonomy and catalogue, the
 * change log. @throws {InputError} where a file that the card names is not there
 */
export async function hashBeside(store: BlobStore, card: Card): Promise<string> {
  const { taxonomy, catalogue, changes } = card;
  return canonicalHash({
    card: cardTexts(card),
    taxonomy: await hashDocument(store, taxonomy),
    catalogue: await hashDocument(store, catalogue),
    changes: changes === undefined ? null : (await readLineHash(await linesOf(store, changes))).sha256,
  });
}

async function hashDocument(store: BlobStore, key: string | undefined): Promise<string | null> {
  const bytes = key === undefined ? null : await store.read(key);
  return bytes === null ? null : createHash('sha256').update(bytes).digest('hex');
}

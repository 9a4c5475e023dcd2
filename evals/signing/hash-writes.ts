import { createHash, type Hash } from 'node:crypto';
import type { BlobStore } from '../ports.ts';

/**
 * A store that remembers the SHA-256 of each blob written through it: what is signed is what was made, not what lies
 * there afterwards, and nothing is read again.
 */
export function hashWrites(store: BlobStore): { store: BlobStore; hashes: ReadonlyMap<string, string> } {
  const hashes = new Map<string, string>();
  const write: BlobStore['write'] = async (key, body) => {
    const hash = createHash('sha256');
    if (typeof body === 'string' || body instanceof Uint8Array) {
      hash.update(body);
      await store.write(key, body);
    } else await store.write(key, passThrough(body, hash));
    hashes.set(key, hash.digest('hex'));
  };
  return { store: { ...store, write }, hashes };
}

async function* passThrough(parts: AsyncIterable<string>, hash: Hash): AsyncGenerator<string> {
  for await (const part of parts) {
    hash.update(part);
    yield part;
  }
}

import type { BlobStore } from '../../evals/ports.ts';
import { decodeLines } from './decode-lines.ts';

/** Blobs in memory, for what is small and short-lived. */
export function createMemoryStore(): BlobStore {
  const blobs = new Map<string, Uint8Array>();
  const encoder = new TextEncoder();
  return {
    describe: (key) => key,

    read: async (key) => blobs.get(key)?.slice() ?? null,

    async readLines(key) {
      const bytes = blobs.get(key);
      if (bytes === undefined) return null;
      return decodeLines(
        (async function* () {
          yield bytes;
        })(),
        key,
      );
    },

    async write(key, body) {
      if (typeof body === 'string') blobs.set(key, encoder.encode(body));
      else if (body instanceof Uint8Array) blobs.set(key, body.slice());
      else {
        let text = '';
        for await (const part of body) text += part;
        blobs.set(key, encoder.encode(text));
      }
    },

    list: async (prefix) => [...blobs.keys()].filter((key) => key.startsWith(prefix)).sort(),

    async remove(key) {
      blobs.delete(key);
    },
  };
}

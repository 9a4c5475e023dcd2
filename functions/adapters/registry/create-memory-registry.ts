import type { Registry, RegistryRecord } from '../../../evals/ports.ts';
import { checkKey, checkPage, encodeValue } from './registry-limits.ts';

interface Stored {
  version: number;
  text: string;
  /** Milliseconds since 1970. */
  expiresAtMs?: number;
}

/** Records in memory, for what is short-lived. @param collections given: shared with other handles to the same records */
export function createMemoryRegistry(
  collections: Map<string, Map<string, Stored>> = new Map(),
): Registry & { readonly collections: Map<string, Map<string, Stored>> } {
  const of = (name: string) => {
    const found = collections.get(name) ?? new Map<string, Stored>();
    collections.set(name, found);
    return found;
  };
  return {
    collections,

    async read(collection, key) {
      checkKey(collection, key);
      const stored = of(collection).get(key);
      return stored === undefined ? null : toRecord(key, stored);
    },

    async write(collection, key, value, expected, expiresAt) {
      const text = encodeValue(collection, key, value);
      const records = of(collection);
      if ((records.get(key)?.version ?? null) !== expected) return null;
      const until = expiresAt === undefined ? {} : { expiresAtMs: Date.parse(expiresAt) };
      const stored = { version: (expected ?? 0) + 1, text, ...until };
      records.set(key, stored);
      return toRecord(key, stored);
    },

    async remove(collection, key, expected) {
      checkKey(collection, key);
      return of(collection).get(key)?.version === expected && of(collection).delete(key);
    },

    async list(collection, { prefix = '', after, limit }) {
      checkPage(collection, limit);
      return [...of(collection)]
        .filter(([key]) => key.startsWith(prefix) && (after === undefined || compareUtf8(key, after) > 0))
        .sort(([a], [b]) => compareUtf8(a, b))
        .slice(0, limit)
        .map(([key, stored]) => toRecord(key, stored));
    },

    async sweep(now) {
      let swept = 0;
      for (const records of collections.values())
        for (const [key, { expiresAtMs = Number.POSITIVE_INFINITY }] of records)
          if (expiresAtMs <= Date.parse(now) && records.delete(key)) swept += 1;
      return swept;
    },
  };
}

function toRecord(key: string, { version, text }: Stored): RegistryRecord {
  return { key, version, value: JSON.parse(text) };
}

/** The order of code points is that of UTF-8 bytes, and not that of JavaScript's strings. */
function compareUtf8(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

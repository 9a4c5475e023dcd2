import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';

/** Which blobs lie in which store. */
export interface StoreRoute {
  /** null: what it takes is not given to this program. */
  store: BlobStore | null;
  takes(key: string): boolean;
  /** Whether it may hold a key under a prefix. */
  reaches(prefix: string): boolean;
}

/** @param parts whole keys, and folders with "/" at their end */
export function routeParts(parts: readonly string[], store: BlobStore | null): StoreRoute {
  return {
    store,
    takes: (key) => parts.some((part) => key === part || (part.endsWith('/') && key.startsWith(part))),
    reaches: (prefix) =>
      parts.some((part) => part.startsWith(prefix) || (part.endsWith('/') && prefix.startsWith(part))),
  };
}

/**
 * @param endings of keys: `.labels.jsonl`. What ends so goes nowhere else, wherever it is
 * @param folder where such keys lie, with "/" at its end: what is listed elsewhere is not looked for here
 */
export function routeEndings(
  endings: readonly string[],
  store: BlobStore | null,
  folder: string,
): StoreRoute {
  return {
    store,
    takes: (key) => endings.some((ending) => key.endsWith(ending)),
    reaches: (prefix) => prefix.startsWith(folder) || folder.startsWith(prefix),
  };
}

export function routeRest(store: BlobStore): StoreRoute {
  return { store, takes: () => true, reaches: () => true };
}

/**
 * Several stores as one: a key lies in the first whose route takes it.
 * @throws {ArtifactError} where none does, or its store is not given: a key never falls to another store
 */
export function createRoutedStore(routes: readonly StoreRoute[]): BlobStore {
  const routeOf = (key: string): StoreRoute | undefined => routes.find(({ takes }) => takes(key));
  const storeOf = (key: string): BlobStore => {
    const store = routeOf(key)?.store;
    if (store !== undefined && store !== null) return store;
    throw new ArtifactError(`Cannot reach "${key}": no store for it is given to this program`);
  };
  return {
    describe: (key) => routeOf(key)?.store?.describe(key) ?? key,
    read: async (key) => storeOf(key).read(key),
    readLines: async (key) => storeOf(key).readLines(key),
    write: async (key, body) => storeOf(key).write(key, body),
    /** Of what this program is given. */
    async list(prefix) {
      const lists = routes
        .filter(({ reaches }) => reaches(prefix))
        .map(async (route) =>
          ((await route.store?.list(prefix)) ?? []).filter((key) => routeOf(key) === route),
        );
      return (await Promise.all(lists)).flat().sort();
    },
    remove: async (key) => storeOf(key).remove(key),
  };
}

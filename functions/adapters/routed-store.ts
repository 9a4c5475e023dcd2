import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';

/** Which blobs lie in which store. */
export interface StoreRoute {
  store: BlobStore;
  takes(key: string): boolean;
  /** Whether it may hold a key under a prefix. */
  reaches(prefix: string): boolean;
}

/** @param parts whole keys, and folders with "/" at their end */
export function routeParts(parts: readonly string[], store: BlobStore): StoreRoute {
  return {
    store,
    takes: (key) => parts.some((part) => key === part || (part.endsWith('/') && key.startsWith(part))),
    reaches: (prefix) =>
      parts.some((part) => part.startsWith(prefix) || (part.endsWith('/') && prefix.startsWith(part))),
  };
}

/** @param endings of keys: `.labels.jsonl` */
export function routeEndings(endings: readonly string[], store: BlobStore): StoreRoute {
  return {
    store,
    takes: (key) => endings.some((ending) => key.endsWith(ending)),
    reaches: () => true,
  };
}

export function routeRest(store: BlobStore): StoreRoute {
  return { store, takes: () => true, reaches: () => true };
}

/**
 * Several stores as one: a key lies in the first whose route takes it.
 * @throws {ArtifactError} where none does: whoever asks is not given that store
 */
export function createRoutedStore(routes: readonly StoreRoute[]): BlobStore {
  const routeOf = (key: string): StoreRoute => {
    const route = routes.find(({ takes }) => takes(key));
    if (route !== undefined) return route;
    throw new ArtifactError(`Cannot reach "${key}": no store for it is given to this program`);
  };
  return {
    describe: (key) => routes.find(({ takes }) => takes(key))?.store.describe(key) ?? key,
    read: async (key) => routeOf(key).store.read(key),
    readLines: async (key) => routeOf(key).store.readLines(key),
    write: async (key, body) => routeOf(key).store.write(key, body),
    async list(prefix) {
      const lists = routes
        .filter(({ reaches }) => reaches(prefix))
        .map(async (route) => (await route.store.list(prefix)).filter((key) => routeOf(key) === route));
      return (await Promise.all(lists)).flat().sort();
    },
    remove: async (key) => routeOf(key).store.remove(key),
  };
}

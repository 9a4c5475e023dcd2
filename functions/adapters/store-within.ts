import type { BlobStore } from '../../evals/ports.ts';

/** The blobs under a prefix as a store of their own, told by their keys. @param prefix ends with "/" */
export function storeWithin(store: BlobStore, prefix: string): BlobStore {
  return {
    // Not where the store lies: what is wrong with a data set is told to who sent it, elsewhere.
    describe: (key) => prefix + key,
    read: (key) => store.read(prefix + key),
    readLines: (key) => store.readLines(prefix + key),
    write: (key, body) => store.write(prefix + key, body),
    list: async (under) => (await store.list(prefix + under)).map((key) => key.slice(prefix.length)),
    remove: (key) => store.remove(prefix + key),
  };
}

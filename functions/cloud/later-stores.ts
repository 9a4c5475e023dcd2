import type { BlobStore, Clock } from '../../evals/ports.ts';
import type { ApiStores } from './open-api-stores.ts';

/** What the API touches in S3, whose client is loaded with the first call that does: most requests take records alone. */
export function createLaterStores(clock: Clock): ApiStores {
  let stores: Promise<ApiStores> | undefined;
  const open = () => {
    stores ??= import('./open-api-stores.ts').then(({ openApiStores }) => openApiStores(clock));
    return stores;
  };
  return {
    blobs: createLaterStore(async () => (await open()).blobs),
    site: createLaterStore(async () => (await open()).site),
    uploads: { open: async (file) => (await open()).uploads.open(file) },
    linkTo: async (key) => (await open()).linkTo(key),
  };
}

function createLaterStore(load: () => Promise<BlobStore>): BlobStore {
  let opened: BlobStore | undefined;
  const open = async () => {
    opened ??= await load();
    return opened;
  };
  return {
    // What is told of a blob is told of one that was asked for.
    describe: (key) => opened?.describe(key) ?? key,
    read: async (key) => (await open()).read(key),
    readLines: async (key) => (await open()).readLines(key),
    write: async (key, body) => (await open()).write(key, body),
    list: async (prefix) => (await open()).list(prefix),
    remove: async (key) => (await open()).remove(key),
  };
}

import type { StoreName } from '../names.ts';

/** Collections of the registry, as `functions/api` names them. */
export type Collection =
  | 'audit'
  | 'consents'
  | 'datasets'
  | 'idempotency'
  | 'leaderboard'
  | 'leases'
  | 'models'
  | 'publications'
  | 'quotas'
  | 'rates'
  | 'runs'
  | 'shard-leases'
  | 'submissions';

/** One thing that a function may do, and to what. Whatever is not said here, it may not. */
export type Reach =
  | { do: 'read' | 'write' | 'remove'; store: StoreName; keys: readonly string[] }
  /** Tells what is absent from what is denied, too. */
  | { do: 'list'; store: StoreName }
  | { do: 'look-up' | 'go-through' | 'record' | 'erase'; collections: readonly Collection[] }
  | { do: 'read-vendor-secrets' }
  | { do: 'ask-bedrock' }
  | { do: 'ask-own-functions' }
  | { do: 'sign' }
  | { do: 'start-runs' }
  | { do: 'watch-runs' }
  | { do: 'invoke'; handler: 'score-submission' | 'publish' };

const store =
  (kind: 'read' | 'write' | 'remove') =>
  (name: StoreName, ...keys: string[]): Reach => ({ do: kind, store: name, keys });

export const reads = store('read');
export const writes = store('write');
export const removes = store('remove');
export const lists = (name: StoreName): Reach => ({ do: 'list', store: name });

/** Reads single records, by their keys. */
export const looksUp = (...collections: Collection[]): Reach => ({ do: 'look-up', collections });
/** Reads all records of a collection, without knowing their keys. */
export const goesThrough = (...collections: Collection[]): Reach => ({ do: 'go-through', collections });
/** Writes records, under a condition on what they were. */
export const records = (...collections: Collection[]): Reach => ({ do: 'record', collections });
export const erases = (...collections: Collection[]): Reach => ({ do: 'erase', collections });

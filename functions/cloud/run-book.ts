import pLimit from 'p-limit';
import type { BlobStore } from '../../evals/ports.ts';
import { readTail } from '../adapters/create-stored-journal.ts';
import { addSpent, countForLimit, nothingSpent, type Spent, spentOn } from '../run/read-spent.ts';
import { workKeys } from './run-order.ts';

/** Files read at once. */
const atOnce = 16;
const calls = 'calls/';
/** What came since a shard was put away as a whole. */
const { tails } = workKeys;

/** What all calls of a run count for its limit by now. @param store the run's folder */
export async function sumRunSpent(store: BlobStore): Promise<number> {
  return sumForLimit(await openRunBook(store).read());
}

/** See `countForLimit`. @param spent what a book says @param but the key of a shard that is left out */
export function sumForLimit(spent: ReadonlyMap<string, Spent>, but?: string): number {
  const models = new Map<string, Spent>();
  for (const [key, each] of spent) {
    const model = modelOf(key);
    models.set(model, addSpent(models.get(model) ?? nothingSpent, each));
  }
  const counted = [...spent].filter(([key]) => key !== but);
  return counted.reduce((sum, [key, each]) => {
    const { dearestDkk } = models.get(modelOf(key)) ?? nothingSpent;
    return sum + countForLimit(each, dearestDkk);
  }, 0);
}

/** Its folder. */
function modelOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/**
 * What the calls of a run have cost, as far as functions have put them away: by `calls/<model>/<shard>.jsonl`. Of shards that are
 * closed they are read once.
 * @param store the run's folder
 */
export function openRunBook(store: BlobStore) {
  const closed = new Map<string, Spent>();
  const pool = pLimit(atOnce);
  return {
    async read(): Promise<Map<string, Spent>> {
      // Looked at first: what is closed then has all its calls.
      const whole = new Set(await keysOf(store, 'screenings/'));
      const tailed = new Set(await keysOf(store, tails));
      const keys = [...new Set([...(await keysOf(store, calls)), ...tailed])].filter(isShard);
      const spent = async (key: string) => closed.get(key) ?? readShardSpent(key, store, tailed.has(key));
      const all = await Promise.all(keys.map((key) => pool(spent, key)));
      for (const [at, key] of keys.entries()) if (whole.has(key)) closed.set(key, all[at]!);
      return new Map(keys.map((key, at) => [key, all[at]!]));
    },
  };
}

/** Keys of a folder by those of the calls of the same shard. */
async function keysOf(store: BlobStore, folder: string): Promise<string[]> {
  return (await store.list(folder)).map((key) => calls + key.slice(folder.length));
}

/** Calls that were put together are those of the shards once more. */
function isShard(key: string): boolean {
  return key.split('/').length === 3;
}

/** The tail first: what is moved out of it meanwhile is in the whole, and counts once. */
async function readShardSpent(key: string, store: BlobStore, tailed: boolean): Promise<Spent> {
  const left = tailed ? await store.readLines(tails + key.slice(calls.length)) : null;
  const tail = await readTail(left ?? []);
  const lines = new Set<string>();
  for (const [of, added] of tail) if (of.startsWith(calls)) for (const line of added) lines.add(line);
  for await (const line of (await store.readLines(key)) ?? []) lines.add(line);
  return [...lines].map((line) => spentOn(line, store.describe(key))).reduce(addSpent, nothingSpent);
}

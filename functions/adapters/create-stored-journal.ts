import { z } from 'zod';
import type { BlobStore, Clock, Journal } from '../../evals/ports.ts';

export interface StoredJournal extends Journal {
  /** Puts away what came since the last time. */
  save(): Promise<void>;
}

export interface StoredJournalOptions {
  store: BlobStore;
  clock: Clock;
  /** After so long, an append saves. */
  saveEveryMs: number;
  /** Under which key of the store a key of the journal lies. */
  keyOf?: (key: string) => string;
  tail?: TailOptions | undefined;
}

/** What came since the last time, put away at once in an object of its own: a whole one for each line would be much to write. */
export interface TailOptions {
  /** Of the store. */
  key: string;
  /** Keys of the journal of which a line is not to be lost; all others' go along with it. */
  on: (key: string) => boolean;
}

interface Kept {
  lines: string[];
  /** How many of them lie in the store, without and with the tail. */
  saved: number;
  tailed: number;
  stored: boolean;
}

const TailLineSchema = z.tuple([z.string(), z.string()]);

/**
 * A journal in memory that is put away as objects of a store, which cannot append: now and then, and when it is closed. A
 * crash loses what came since, or with a tail nothing that was appended; whoever goes on finds the rest.
 */
export function createStoredJournal(options: StoredJournalOptions): StoredJournal {
  const { store, clock, saveEveryMs, keyOf = (key) => key, tail } = options;
  const kept = new Map<string, Promise<Kept>>();
  let savedAt = clock.elapsedMs();
  let saving = Promise.resolve();
  let closed = false;
  let leftTail: Promise<Map<string, string[]>> | undefined;
  let tailStored = false;
  /** As an earlier journal left it. */
  const openTail = (): Promise<Map<string, string[]>> => {
    leftTail ??= (async () => {
      const lines = (tail === undefined ? null : await store.readLines(tail.key)) ?? null;
      tailStored = lines !== null;
      return readTail(lines ?? []);
    })();
    return leftTail;
  };

  const open = (key: string): Promise<Kept> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const opened = openTail().then((left) => load(store, keyOf(key), left.get(key) ?? []));
    kept.set(key, opened);
    return opened;
  };

  const saveAll = async (): Promise<void> => {
    savedAt = clock.elapsedMs();
    for (const [key, opened] of kept) {
      const each = await opened;
      const count = each.lines.length;
      if (count === each.saved) continue;
      await store.write(keyOf(key), `${each.lines.join('\n')}\n`);
      Object.assign(each, { saved: count, tailed: count, stored: true });
    }
  };
  const saveTail = async ({ key: tailKey }: TailOptions): Promise<void> => {
    for (const key of (await openTail()).keys()) await open(key);
    const all = await Promise.all([...kept].map(async ([key, opened]) => [key, await opened] as const));
    if (all.every(([, { lines, tailed }]) => lines.length === tailed)) return;
    const counts = all.map(([, { lines }]) => lines.length);
    const since = all.flatMap(([key, { lines, saved }]) =>
      lines.slice(saved).map((line) => `${JSON.stringify([key, line])}\n`),
    );
    await store.write(tailKey, since.join(''));
    tailStored = true;
    for (const [at, [, each]] of all.entries()) each.tailed = counts[at]!;
  };
  // One after the other, so that an older state never comes to lie over a newer one.
  const inTurn = (action: () => Promise<void>): Promise<void> => {
    saving = saving.catch(() => undefined).then(action);
    return saving;
  };
  const save = (): Promise<void> => inTurn(saveAll);

  return {
    async append(key, line) {
      const { lines } = await open(key);
      if (closed) throw new Error(`Cannot append to "${key}": the journal is closed`);
      lines.push(line);
      if (clock.elapsedMs() - savedAt >= saveEveryMs) await save();
      else if (tail?.on(key) === true) await inTurn(() => saveTail(tail));
    },

    lines: async (key) => [...(await open(key)).lines],

    async remove(key) {
      await saving.catch(() => undefined);
      const { stored } = await open(key);
      kept.set(key, Promise.resolve({ lines: [], saved: 0, tailed: 0, stored: false }));
      if (stored) await store.remove(keyOf(key));
    },

    save,

    async close() {
      closed = true;
      for (const key of (await openTail()).keys()) await open(key);
      await save();
      if (tail !== undefined && tailStored) await store.remove(tail.key);
    },
  };
}

/** @param tail what was put away after the whole, or before it: then it is in there too */
async function load(store: BlobStore, key: string, tail: readonly string[]): Promise<Kept> {
  const found = await store.readLines(key);
  const lines: string[] = [];
  for await (const line of found ?? []) lines.push(line);
  const saved = lines.length;
  const known = new Set(lines);
  lines.push(...tail.filter((line) => !known.has(line)));
  return { lines, saved, tailed: lines.length, stored: found !== null };
}

/** Lines of a tail by the keys of the journal. */
export async function readTail(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<Map<string, string[]>> {
  const read = new Map<string, string[]>();
  for await (const text of lines) {
    const [key, line] = TailLineSchema.parse(JSON.parse(text));
    read.set(key, [...(read.get(key) ?? []), line]);
  }
  return read;
}

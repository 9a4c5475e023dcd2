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
}

interface Kept {
  lines: string[];
  /** How many of them lie in the store. */
  saved: number;
  stored: boolean;
}

/**
 * A journal in memory that is put away as objects of a store, which cannot append: now and then, and when it is closed. A
 * crash loses what came since; whoever goes on finds the rest.
 */
export function createStoredJournal(options: StoredJournalOptions): StoredJournal {
  const { store, clock, saveEveryMs, keyOf = (key) => key } = options;
  const kept = new Map<string, Promise<Kept>>();
  let savedAt = clock.elapsedMs();
  let saving = Promise.resolve();
  let closed = false;

  const open = (key: string): Promise<Kept> => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const opened = load(store, keyOf(key));
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
      Object.assign(each, { saved: count, stored: true });
    }
  };
  // One after the other, so that an older state never comes to lie over a newer one.
  const save = (): Promise<void> => {
    saving = saving.catch(() => undefined).then(saveAll);
    return saving;
  };

  return {
    async append(key, line) {
      const { lines } = await open(key);
      if (closed) throw new Error(`Cannot append to "${key}": the journal is closed`);
      lines.push(line);
      if (clock.elapsedMs() - savedAt >= saveEveryMs) await save();
    },

    lines: async (key) => [...(await open(key)).lines],

    async remove(key) {
      await saving.catch(() => undefined);
      const { stored } = await open(key);
      kept.set(key, Promise.resolve({ lines: [], saved: 0, stored: false }));
      if (stored) await store.remove(keyOf(key));
    },

    save,

    async close() {
      closed = true;
      await save();
    },
  };
}

async function load(store: BlobStore, key: string): Promise<Kept> {
  const found = await store.readLines(key);
  const lines: string[] = [];
  for await (const line of found ?? []) lines.push(line);
  return { lines, saved: lines.length, stored: found !== null };
}

import type { BlobStore, Clock } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { createStoredJournal, type StoredJournal } from '../adapters/create-stored-journal.ts';
import { workKeys } from './run-order.ts';

export interface JournalledShard {
  modelId: string;
  shard: string;
  /** Whether an answer is put away before the next question. */
  atOnce: boolean;
}

const saveEveryMs = 15_000;

/** The journal of a shard and of its calls. @param store the run's folder */
export function openShardJournal(
  store: BlobStore,
  { modelId, shard, atOnce }: JournalledShard,
  clock: Clock,
): StoredJournal {
  const keyOf = (key: string) => (key === runKeys.calls(modelId) ? runKeys.shardCalls(modelId, shard) : key);
  const answers = runKeys.journal(modelId, shard);
  const tail = atOnce
    ? { key: workKeys.tail(modelId, shard), on: (key: string) => key === answers }
    : undefined;
  return createStoredJournal({ store, clock, saveEveryMs, keyOf, tail });
}

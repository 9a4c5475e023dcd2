import pLimit from 'p-limit';
import type { BlobStore, Clock } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { reopenFailed } from '../../evals/steps/reopen-failed.ts';
import { openShardJournal } from './open-shard-journal.ts';
import { workKeys } from './run-order.ts';

/** Shards looked at at once: some 200 in a second, by calls of 20 ms. */
const atOnce = 32;

/**
 * Opens all shards of a run again in which questions failed or timed out, as `maalestok run --retry-failed` does: of all models
 * alike. Before anything is asked, so that none is opened that has been asked again already. Done again it changes nothing.
 * @param store the run's folder
 */
export async function reopenRun(
  store: BlobStore,
  { models, shards }: { models: readonly string[]; shards: readonly string[] },
  clock: Clock,
): Promise<void> {
  const pool = pLimit(atOnce);
  const places = models.flatMap((modelId) => shards.map((shard) => ({ modelId, shard })));
  const tails = new Set(await store.list(workKeys.tails));
  await pool.map(places, async (place) => {
    const { modelId, shard } = place;
    const journal = openShardJournal(store, { ...place, atOnce: true }, clock);
    if (tails.has(workKeys.tail(modelId, shard))) {
      await journal.lines(runKeys.journal(modelId, shard));
      // What a function that was killed left beside it is put in: it would come back.
      await journal.close();
    }
    await reopenFailed({ ...place, store, journal });
  });
}

import pLimit from 'p-limit';
import type { BlobStore, Clock } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { reopenFailed } from '../../evals/steps/reopen-failed.ts';
import { openShardJournal } from './open-shard-journal.ts';

/** Shards looked at at once. */
const atOnce = 16;

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
  await pool.map(places, async (place) => {
    const journal = openShardJournal(store, { ...place, atOnce: true }, clock);
    await journal.lines(runKeys.journal(place.modelId, place.shard));
    // What a function that was killed left beside it is put in: it would come back.
    await journal.close();
    await reopenFailed({ ...place, store, journal });
  });
}

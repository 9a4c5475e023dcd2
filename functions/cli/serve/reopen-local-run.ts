import { join } from 'node:path';
import { reopenFailed } from '../../../evals/steps/reopen-failed.ts';
import { createFileJournal } from '../../adapters/file-journal.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { storeWithin } from '../../adapters/store-within.ts';
import { readRunRecord, readShards } from '../../run/run-plan.ts';
import { withRunLock } from '../with-run-lock.ts';

/**
 * Opens all shards of a run again in which questions failed or timed out, of all models alike and before anything is asked: by
 * `--retry-failed`, a run that breaks off and is gone on with would ask once more what has failed a second time.
 * @param folder where the API's blobs lie
 * @param place the run's folder in it
 * @throws {InputError} where another process works on it
 * @throws {ArtifactError} where something of it is damaged
 */
export async function reopenLocalRun(folder: string, place: string): Promise<void> {
  const home = join(folder, place);
  const store = storeWithin(createFileStore(folder), `${place}/`);
  await withRunLock(home, async () => {
    const record = await readRunRecord(store);
    // Nothing was asked.
    if (record === null) return;
    // Read alone: it holds no file open.
    const journal = createFileJournal(home);
    const shards = await readShards(store);
    for (const { id: modelId } of record.models)
      for (const { shard } of shards) await reopenFailed({ modelId, shard, store, journal });
  });
}

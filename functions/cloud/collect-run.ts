import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { readRunRecord, readShards } from '../run/run-plan.ts';
import { sumRunSpent } from './run-book.ts';
import { errorOfStop, readStop } from './run-stop.ts';

/**
 * Sees that every planned shard is there, and puts the calls of all shards together, one file a model, in the order of the
 * plan.
 * @param store the run's folder
 * @throws {SpendingLimitError} | {InputError} where a shard is missing, since the run may cost no more
 * @throws {ArtifactError} where one is missing otherwise
 */
export async function collectRun(store: BlobStore): Promise<void> {
  const record = await readRunRecord(store);
  if (record === null)
    throw new ArtifactError(`Cannot collect "${store.describe(runKeys.run)}": it is missing`);
  const shards = (await readShards(store)).map(({ shard }) => shard);
  const stop = await readStop(store);
  for (const { id } of record.models) {
    const missing = await findMissing(id, shards, store);
    if (missing.length === 0) continue;
    if (stop !== null) throw errorOfStop(stop, await sumRunSpent(store));
    throw new ArtifactError(
      `Cannot collect the answers of "${id}": ${missing.length} of ${shards.length} shards are missing, the first "${missing[0]}"`,
    );
  }
  for (const { id } of record.models) await store.write(runKeys.calls(id), callsOf(id, shards, store));
}

async function findMissing(id: string, shards: readonly string[], store: BlobStore): Promise<string[]> {
  const folder = runKeys.screenings(id, '').replace(/\.jsonl$/u, '');
  const there = new Set(await store.list(folder));
  return shards.filter((shard) => !there.has(runKeys.screenings(id, shard)));
}

async function* callsOf(id: string, shards: readonly string[], store: BlobStore): AsyncGenerator<string> {
  for (const shard of shards) {
    const lines = await store.readLines(runKeys.shardCalls(id, shard));
    if (lines === null)
      throw new ArtifactError(`Cannot collect the calls of "${id}": shard "${shard}" has none`);
    for await (const line of lines) yield `${line}\n`;
  }
}

import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { readRunRecord, readShards } from '../run/run-plan.ts';

/**
 * Sees that every planned shard is there, and puts the calls of all shards together, one file a model, in the order of the
 * plan.
 * @param store the run's folder
 * @throws {ArtifactError} where a shard is missing
 */
export async function collectRun(store: BlobStore): Promise<void> {
  const record = await readRunRecord(store);
  if (record === null)
    throw new ArtifactError(`Cannot collect "${store.describe(runKeys.run)}": it is missing`);
  const shards = (await readShards(store)).map(({ shard }) => shard);
  for (const { id } of record.models) await requireShards(id, shards, store);
  for (const { id } of record.models) await store.write(runKeys.calls(id), callsOf(id, shards, store));
}

async function requireShards(id: string, shards: readonly string[], store: BlobStore): Promise<void> {
  const folder = runKeys.screenings(id, '').replace(/\.jsonl$/u, '');
  const there = new Set(await store.list(folder));
  const missing = shards.filter((shard) => !there.has(runKeys.screenings(id, shard)));
  if (missing.length === 0) return;
  throw new ArtifactError(
    `Cannot collect the answers of "${id}": ${missing.length} of ${shards.length} shards are missing, the first "${missing[0]}"`,
  );
}

async function* callsOf(id: string, shards: readonly string[], store: BlobStore): AsyncGenerator<string> {
  for (const shard of shards) {
    const lines = await store.readLines(runKeys.shardCalls(id, shard));
    if (lines === null)
      throw new ArtifactError(`Cannot collect the calls of "${id}": shard "${shard}" has none`);
    for await (const line of lines) yield `${line}\n`;
  }
}

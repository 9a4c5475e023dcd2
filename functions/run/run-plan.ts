import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type RunRecord, RunRecordSchema, type Shard, ShardSchema } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';

/** Null where there is none. @throws {ArtifactError} */
export async function readRunRecord(store: BlobStore): Promise<RunRecord | null> {
  const bytes = await store.read(runKeys.run);
  if (bytes === null) return null;
  return readArtifact(store, runKeys.run, () => {
    return parseLine(new TextDecoder().decode(bytes), RunRecordSchema, { file: store.describe(runKeys.run) });
  });
}

/** @throws {ArtifactError} where they are missing or damaged */
export async function readShards(store: BlobStore): Promise<Shard[]> {
  return readArtifact(store, runKeys.shards, async () => {
    const shards: Shard[] = [];
    const lines = await store.readLines(runKeys.shards);
    if (lines === null)
      throw new ArtifactError(`Cannot read "${store.describe(runKeys.shards)}": it is missing`);
    for await (const line of lines) {
      shards.push(parseLine(line, ShardSchema, { file: store.describe(runKeys.shards) }));
    }
    return shards;
  });
}

/** What a run asks, as it stands in its folder. */
export async function writePlan(
  store: BlobStore,
  record: RunRecord,
  shards: readonly Shard[],
): Promise<void> {
  await store.write(runKeys.shards, shards.map((shard) => `${JSON.stringify(shard)}\n`).join(''));
  await store.write(runKeys.run, `${JSON.stringify(record, null, 2)}\n`);
}

async function readArtifact<T>(store: BlobStore, key: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new ArtifactError(`Cannot read "${store.describe(key)}": the file is damaged`, { cause });
  }
}

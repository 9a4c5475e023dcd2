import { resolve } from 'node:path';
import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { AnnotationIndex } from '../../evals/annotation-index.ts';
import { type RunRecord, RunRecordSchema, type Shard, ShardSchema } from '../../evals/artifacts.ts';
import type { LabelIndex } from '../../evals/label-index.ts';
import { type Dataset, openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { createFileStore } from '../adapters/file-store.ts';

/** A run's folder with the data that it was planned on. */
export interface OpenRun {
  folder: string;
  store: BlobStore;
  record: RunRecord;
  shards: Shard[];
  dataset: Dataset;
  labels: LabelIndex;
  annotations: AnnotationIndex | null;
}

/**
 * Opens a stored run and the data set it names, or a later version of it.
 * @param elsewhere the folder of the data set's version to be used instead of the one that the run names
 * @throws {InputError} where the folder is no run, the data set's cases have changed since, or the gate has not passed it
 * @throws {ArtifactError} where the run's own files are damaged
 */
export async function openRun(folder: string, elsewhere?: string): Promise<OpenRun> {
  const store = createFileStore(folder);
  const record = await requireRunRecord(folder, store);
  const datasetFolder = elsewhere === undefined ? resolve(folder, record.datasetFolder) : resolve(elsewhere);
  const datasetStore = createFileStore(datasetFolder);
  const dataset = await openDataset(datasetStore);
  const { split, contentHash } = record.dataset;
  if (dataset.contentHash !== contentHash) {
    throw new InputError({
      file: datasetFolder,
      is: `data with content hash ${dataset.contentHash.slice(0, 12)}…`,
      expected: `${contentHash.slice(0, 12)}…, as when the run was planned`,
      mend: 'Restore that version of the data set, or run the suite again.',
    });
  }
  await requireGate(dataset.card, datasetStore);
  const caseIds = new Set(await dataset.caseIds(split));
  const labels = await dataset.labels(split, caseIds);
  const annotations = await dataset.annotations(split, caseIds);
  return { folder, store, record, shards: await readShards(store), dataset, labels, annotations };
}

/**
 * @throws {InputError} where the folder is no run
 * @throws {ArtifactError} where `run.json` is damaged
 */
export async function requireRunRecord(folder: string, store: BlobStore): Promise<RunRecord> {
  const record = await readRunRecord(store);
  if (record !== null) return record;
  throw new InputError({
    file: folder,
    is: 'no run (run.json is not there)',
    expected: "a run's folder",
    mend: 'Name the folder that `maalestok run` printed, like runs/baselines-0123456789ab.',
  });
}

/** Null where there is none. @throws {ArtifactError} */
export async function readRunRecord(store: BlobStore): Promise<RunRecord | null> {
  const bytes = await store.read(runKeys.run);
  if (bytes === null) return null;
  return readArtifact(store, runKeys.run, () => {
    return parseLine(new TextDecoder().decode(bytes), RunRecordSchema, { file: store.describe(runKeys.run) });
  });
}

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

async function readArtifact<T>(store: BlobStore, key: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (!(cause instanceof InputError)) throw cause;
    throw new ArtifactError(`Cannot read "${store.describe(key)}": the file is damaged`, { cause });
  }
}

import { InputError } from '../../datasets/errors.ts';
import type { AnnotationIndex } from '../../evals/annotation-index.ts';
import type { RunRecord, Shard } from '../../evals/artifacts.ts';
import type { LabelIndex } from '../../evals/label-index.ts';
import { type Dataset, openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { readShards } from './run-plan.ts';

/** A run with the data that it was planned on. */
export interface RunData {
  /** The run's folder. */
  store: BlobStore;
  record: RunRecord;
  shards: Shard[];
  dataset: Dataset;
  labels: LabelIndex;
  annotations: AnnotationIndex | null;
}

/**
 * The data set that a run was planned on, without labels.
 * @param name of the data set's folder, for messages
 * @throws {InputError} where its cases have changed since, or the gate has not passed it
 */
export async function openPlannedDataset(
  record: RunRecord,
  datasetStore: BlobStore,
  name: string,
): Promise<Dataset> {
  const dataset = await openDataset(datasetStore);
  const { contentHash } = record.dataset;
  if (dataset.contentHash !== contentHash) {
    throw new InputError({
      file: name,
      is: `data with content hash ${dataset.contentHash.slice(0, 12)}…`,
      expected: `${contentHash.slice(0, 12)}…, as when the run was planned`,
      mend: 'Restore that version of the data set, or run the suite again.',
    });
  }
  await requireGate(dataset.card, datasetStore);
  return dataset;
}

/**
 * A run and its data set with labels: all that scoring and report need.
 * @throws {InputError} as {@link openPlannedDataset}
 * @throws {ArtifactError} where the run's own files are damaged
 */
export async function openRunData(
  record: RunRecord,
  store: BlobStore,
  datasetStore: BlobStore,
  name: string,
): Promise<RunData> {
  const dataset = await openPlannedDataset(record, datasetStore, name);
  const { split } = record.dataset;
  const caseIds = new Set(await dataset.caseIds(split));
  const labels = await dataset.labels(split, caseIds);
  const annotations = await dataset.annotations(split, caseIds);
  return { store, record, shards: await readShards(store), dataset, labels, annotations };
}

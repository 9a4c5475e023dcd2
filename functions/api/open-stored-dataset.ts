import { ArtifactError, InputError } from '../../datasets/errors.ts';
import { type Dataset, openDataset } from '../../evals/open-dataset.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { requireGate } from '../../evals/require-gate.ts';
import { storeWithin } from '../adapters/store-within.ts';
import type { DatasetRecord } from './resources.ts';

/** A data set of the store, as the gate passed it. @throws {InputError} */
export async function openGatedDataset(blobs: BlobStore, place: string): Promise<Dataset> {
  const store = storeWithin(blobs, `${place}/`);
  const dataset = await openDataset(store);
  await requireGate(dataset.card, store);
  return dataset;
}

/**
 * The data set of a record, as it was when it was registered.
 * @throws {ArtifactError} where it is damaged, or another one lies in its place: not the doing of whoever asks
 */
export async function openStoredDataset(
  blobs: BlobStore,
  { id, place, dataset: known }: DatasetRecord,
): Promise<Dataset> {
  const dataset = await openGatedDataset(blobs, place).catch((cause: unknown) => {
    if (!(cause instanceof InputError)) throw cause;
    throw new ArtifactError(`Cannot open data set "${id}": ${cause.message}`, { cause });
  });
  if (dataset.card.id === known.id && dataset.card.version === known.version) return dataset;
  throw new ArtifactError(
    `Cannot open data set "${id}": ${dataset.card.id} ${dataset.card.version} lies there, expected ${known.id} ${known.version}`,
  );
}

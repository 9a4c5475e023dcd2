import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { openRunData, type RunData } from '../run/open-run-data.ts';
import { readRunRecord } from '../run/run-plan.ts';
import { requireOrder } from './run-order.ts';

/** A planned run with its data set and labels: for functions without a way out. @throws {ArtifactError}, {InputError} */
export async function openCloudRun(run: string, blobs: BlobStore): Promise<RunData> {
  const store = openRunStore(run, blobs);
  const { datasetPlace } = await requireOrder(store);
  const record = await readRunRecord(store);
  if (record === null) throw new ArtifactError(`Cannot read "${store.describe(runKeys.run)}": it is missing`);
  return openRunData(record, store, storeWithin(blobs, `${datasetPlace}/`), datasetPlace);
}

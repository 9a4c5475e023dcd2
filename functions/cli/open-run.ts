import { resolve } from 'node:path';
import { InputError } from '../../datasets/errors.ts';
import type { RunRecord } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { openRunData, type RunData } from '../run/open-run-data.ts';
import { readRunRecord } from '../run/run-plan.ts';

/** A run's folder with the data that it was planned on. */
export interface OpenRun extends RunData {
  folder: string;
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
  const data = await openRunData(record, store, createFileStore(datasetFolder), datasetFolder);
  return { folder, ...data };
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

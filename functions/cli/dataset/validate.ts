import { requireSound } from '../../../evals/dataset/check-dataset.ts';
import { openDataset } from '../../../evals/open-dataset.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { checkFiles } from './check-files.ts';

/** `maalestok dataset validate`: all that `maalestok dataset` checks, and what no record alone can show. */
export async function validateDataset(folder: string): Promise<void> {
  await checkFiles(folder, {});
  await requireSound(await openDataset(createFileStore(folder)));
  process.stdout.write('Evidence, citations and near duplicates: no problem.\n');
}

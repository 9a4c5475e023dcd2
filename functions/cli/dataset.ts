import { withPresentDataset } from '../intake/with-dataset-lock.ts';
import { type CheckOptions, checkFiles } from './dataset/check-files.ts';

/** `maalestok dataset FOLDER`: checks everything a run would check; `--write` first renews counts and hashes, and runs the gate. */
export async function dataset(folder: string, options: CheckOptions): Promise<void> {
  const check = () => checkFiles(folder, options);
  if (options.write === true) await withPresentDataset(folder, check);
  else await check();
}

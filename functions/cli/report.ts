import { createFileStore } from '../adapters/file-store.ts';
import { finishRun } from './finish-run.ts';
import { openRun, requireRunRecord } from './open-run.ts';
import { readLanguage } from './read-options.ts';
import { withRunLock } from './with-run-lock.ts';

/** `maalestok report RUN`: writes the report of a scored run. */
export async function report(folder: string, options: { language: string }): Promise<void> {
  const language = readLanguage(options.language);
  await requireRunRecord(folder, createFileStore(folder));
  await withRunLock(folder, async () => finishRun(await openRun(folder), language));
}

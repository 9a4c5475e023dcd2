import { createFileStore } from '../adapters/file-store.ts';
import { finishRun } from './finish-run.ts';
import { openRun, requireRunRecord } from './open-run.ts';
import { readLanguage } from './read-options.ts';
import { withRunLock } from './with-run-lock.ts';

export interface ReportOptions {
  language: string;
  /** A PDF of the report, too; needs a browser. */
  pdf?: boolean;
}

/** `maalestok report RUN`: writes the report of a scored run. */
export async function report(folder: string, options: ReportOptions): Promise<void> {
  const language = readLanguage(options.language);
  await requireRunRecord(folder, createFileStore(folder));
  if (options.pdf !== true) {
    return withRunLock(folder, async () => finishRun(await openRun(folder), language));
  }
  // Loaded only here: nothing else prints.
  const { openPrinter } = await import('./open-printer.ts');
  await using printer = await openPrinter();
  await withRunLock(folder, async () => finishRun(await openRun(folder), language, printer.print));
}

import { createFileStore } from '../adapters/file-store.ts';
import { finishRun } from './finish-run.ts';
import { openRun, requireRunRecord } from './open-run.ts';
import { openSigner } from './open-signer.ts';
import { readLanguage } from './read-options.ts';
import { withRunLock } from './with-run-lock.ts';

export interface ReportOptions {
  language: string;
  /** A PDF of the report, too; needs a browser. */
  pdf?: boolean;
  signedBy?: string;
}

/** `maalestok report RUN`: writes the report of a scored run. */
export async function report(folder: string, options: ReportOptions): Promise<void> {
  const language = readLanguage(options.language);
  await requireRunRecord(folder, createFileStore(folder));
  const { signer } = await openSigner(options.signedBy);
  const finish = (print?: (page: string) => Promise<Uint8Array>) =>
    withRunLock(folder, async () => finishRun(await openRun(folder), language, signer, print));
  if (options.pdf !== true) return finish();
  // Loaded only here: nothing else prints.
  const { openPrinter } = await import('./open-printer.ts');
  await using printer = await openPrinter();
  await finish(printer.print);
}

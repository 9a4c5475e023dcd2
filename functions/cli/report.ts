import { finishRun } from './finish-run.ts';
import { openRun } from './open-run.ts';
import { readLanguage } from './read-options.ts';

/** `maalestok report RUN`: writes the report of a scored run. */
export async function report(folder: string, options: { language: string }): Promise<void> {
  const language = readLanguage(options.language);
  await finishRun(await openRun(folder), language);
}

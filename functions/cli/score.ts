import { finishRun } from './finish-run.ts';
import { openRun } from './open-run.ts';
import { readLanguage } from './read-options.ts';

/** `maalestok score RUN`: scores the stored answers again, without any model call. */
export async function score(folder: string, options: { language: string }): Promise<void> {
  const language = readLanguage(options.language);
  await finishRun(await openRun(folder), language);
}

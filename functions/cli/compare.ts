import { realpath } from 'node:fs/promises';
import { InputError } from '../../datasets/errors.ts';
import { quoteArgument } from '../../evals/quote-argument.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { compareRuns, type ScoredRun } from '../../evals/steps/compare-runs.ts';
import { readResult } from '../../evals/steps/read-result.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { requireRunRecord } from './open-run.ts';
import { readLanguage, readMeasure } from './read-options.ts';
import { refuseIncomparable } from './refuse-incomparable.ts';
import { renderComparison } from './render-comparison.ts';

export interface CompareOptions {
  measure: string;
  json?: boolean;
  language: string;
}

/** `maalestok compare RUN RUN …`: all models of several runs on one board, where their keys are one. */
export async function compare(folders: readonly string[], options: CompareOptions): Promise<void> {
  const language = readLanguage(options.language);
  const measure = readMeasure(options.measure);
  await requireSeveral(folders);
  const runs: ScoredRun[] = [];
  for (const folder of folders) runs.push(await openScoredRun(folder));
  if (new Set(runs.map(({ result }) => result.comparabilityKey)).size > 1)
    throw await refuseIncomparable(runs);
  const comparison = await compareRuns(runs, measure);
  process.stdout.write(
    options.json ? `${JSON.stringify(comparison, null, 2)}\n` : `${renderComparison(comparison, language)}\n`,
  );
}

async function requireSeveral(folders: readonly string[]): Promise<void> {
  if (folders.length < 2) {
    throw new InputError({
      is: 'one run',
      expected: 'two or more',
      mend: `The models of one run are compared in its report: \`npx maalestok report ${folders.map(quoteArgument).join(' ')}\`.`,
    });
  }
  const places = new Map<string, string>();
  for (const folder of folders) {
    const place = await realpath(folder).catch(() => folder);
    const first = places.get(place);
    if (first !== undefined) {
      const is = first === folder ? 'the same run twice' : `the same folder as ${first}`;
      throw new InputError({ file: folder, is, expected: 'each run once' });
    }
    places.set(place, folder);
  }
}

/** @throws {InputError} where the folder is no run, or one that is not scored */
async function openScoredRun(folder: string): Promise<ScoredRun> {
  const store = createFileStore(folder);
  const result = await readResult(store, await requireRunRecord(folder, store));
  if (result !== null) return { folder, store, result };
  throw new InputError({
    file: folder,
    is: `a run that is not finished (${runKeys.result} is not there)`,
    expected: 'a run that is scored',
    mend: `Finish it with the \`npx maalestok run\` that began it; where only the scoring was broken off, with \`npx maalestok score ${quoteArgument(folder)}\`.`,
  });
}

import { join } from 'node:path';
import type { Language } from '../../datasets/language.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { type Result, ResultSchema } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { comparabilityOfRun, scoreRun } from '../../evals/steps/score-run.ts';
import type { OpenRun } from './open-run.ts';
import { renderTable } from './render-table.ts';
import { writeReport } from './write-report.ts';

/**
 * Scores a screened run (unless its result is there and of the same key), writes the report, and prints
 * the table and the report's path.
 */
export async function finishRun(
  run: OpenRun,
  language: Language,
  { rescore }: { rescore: boolean },
): Promise<void> {
  const { key } = comparabilityOfRun(run.record, run.dataset, run.labels);
  const stored = rescore ? null : await readResult(run.store);
  const result = stored?.comparabilityKey === key ? stored : await scoreRun(run);
  const name = await writeReport(run, result, language);
  process.stdout.write(`${renderTable(result, language)}\n`);
  process.stdout.write(
    `${language === 'da' ? 'Rapport' : 'Report'}: ${join(run.folder, runKeys.report(name))}\n`,
  );
}

/** Null where there is none, or where it is of another shape: then it is made anew from the screenings. */
async function readResult(store: BlobStore): Promise<Result | null> {
  const bytes = await store.read(runKeys.result);
  if (bytes === null) return null;
  try {
    return parseLine(new TextDecoder().decode(bytes), ResultSchema, { file: store.describe(runKeys.result) });
  } catch {
    return null;
  }
}

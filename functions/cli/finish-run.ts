import { join } from 'node:path';
import type { Language } from '../../datasets/language.ts';
import type { Signer } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { scoreRun } from '../../evals/steps/score-run.ts';
import { removeSignatures, signRun } from '../../evals/steps/sign-run.ts';
import { summariseOperation } from '../../evals/steps/summarise-operation.ts';
import { reportFiles } from '../../reports/render/report-files.ts';
import { languagesFrom } from '../../reports/wording/wording-of.ts';
import { writeReport } from '../run/write-report.ts';
import type { OpenRun } from './open-run.ts';
import { renderTable } from './render-table.ts';
import { sayFailures } from './say-failures.ts';

/**
 * Scores a screened run, writes the report, signs both, and prints the table and the report's path. No model is
 * called, so scores, figures and report always belong together.
 * @param print makes a PDF of the report, too
 */
export async function finishRun(
  run: OpenRun,
  language: Language,
  signer: Signer,
  print?: (page: string) => Promise<Uint8Array>,
): Promise<void> {
  await removeSignatures(run.store);
  const result = await scoreRun(run);
  const operation = await summariseOperation(result, run.store);
  const { name, files } = await writeReport(run, result, operation, languagesFrom(language), print);
  await signRun({ result, report: files, signer, store: run.store });
  process.stdout.write(`${renderTable(result, language)}\n`);
  for (const line of await sayFailures(run, result.models)) process.stderr.write(line);
  const say = (kind: string, file: string) =>
    process.stdout.write(`${kind}: ${join(run.folder, runKeys.report(file))}\n`);
  say(language === 'da' ? 'Rapport' : 'Report', name);
  if (print !== undefined) say('PDF', reportFiles[language].print);
}

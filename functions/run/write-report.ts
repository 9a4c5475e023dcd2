import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import { writeXlsx } from '../../datasets/tables/write-xlsx.ts';
import type { Operation, Result } from '../../evals/artifacts.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { type CaseScore, CaseScoreSchema } from '../../evals/scores/case-score.ts';
import { hashWrites } from '../../evals/signing/hash-writes.ts';
import type { FileHash } from '../../evals/signing/signature.ts';
import { answersOf } from '../../evals/steps/score-run.ts';
import type { CaseMaterial } from '../../reports/case-view/case-material.ts';
import type { CasePage } from '../../reports/case-view/render-case-page.ts';
import { renderCaseView } from '../../reports/case-view/render-case-view.ts';
import { renderFiguresCsv } from '../../reports/comparison/render-figures-csv.ts';
import { renderFindingsCsv } from '../../reports/comparison/render-findings-csv.ts';
import { type ReportInput, renderReport, reportContextOf } from '../../reports/comparison/render-report.ts';
import { municipalitiesOf } from '../../reports/municipalities.ts';
import { reportFiles } from '../../reports/render/report-files.ts';
import { renderSummary } from '../../reports/summary/render-summary.ts';
import type { Languages } from '../../reports/wording/wording.ts';
import { buildWorkbook } from '../../reports/workbook/build-workbook.ts';
import type { RunData } from './open-run-data.ts';

/**
 * Writes the report of a scored run under `report/`: HTML with its cases, XLSX, Markdown, CSV and JSON. What is there in an
 * other language is written anew too: it would tell of scores that are no more; a PDF is removed, and made again when asked for.
 * @param print makes a PDF of the report in the first language
 * @returns the name of the HTML file in the first language, and what was written but for the copy of the result
 */
export async function writeReport(
  run: RunData,
  result: Result,
  operation: Operation,
  languages: Languages,
  print?: (page: string) => Promise<Uint8Array>,
): Promise<{ name: string; files: FileHash[] }> {
  const { dataset } = run;
  const { store, hashes } = hashWrites(run.store);
  const { taxonomy, catalogue } = dataset;
  const cases = () => materialOf(run);
  for (const { print: printed } of Object.values(reportFiles)) await store.remove(runKeys.report(printed));
  const [first] = languages;
  for (const spoken of languages) {
    const names = reportFiles[spoken.language];
    const key = runKeys.report(names.report);
    if (spoken !== first && (await store.read(key)) === null) continue;
    const input: ReportInput = { ...spoken, result, operation, taxonomy, catalogue };
    const context = reportContextOf(input);
    await writeCaseView(store, runKeys.report(names.cases), renderCaseView(context, cases()));
    await store.write(runKeys.report(names.workbook), await writeXlsx(await buildWorkbook(context, cases())));
    await store.write(runKeys.report(names.summary), renderSummary(context));
    await store.write(key, renderReport(input));
    if (spoken !== first || print === undefined) continue;
    const page = await store.read(key);
    await store.write(runKeys.report(names.print), await print(new TextDecoder().decode(page!)));
  }
  await store.write(runKeys.report('figures.csv'), renderFiguresCsv(result, operation));
  await store.write(runKeys.report('findings.csv'), renderFindingsCsv(cases(), municipalitiesOf(result)));
  const files = [...hashes].map(([key, sha256]) => ({ file: key.slice(runKeys.report('').length), sha256 }));
  await run.store.write(runKeys.report(runKeys.result), `${JSON.stringify(result, null, 2)}\n`);
  return { name: reportFiles[first.language].report, files };
}

/** The pages of the cases; those of a case that is no more are removed. */
async function writeCaseView(
  store: BlobStore,
  folder: string,
  pages: AsyncIterable<CasePage>,
): Promise<void> {
  const stale = new Set(await store.list(`${folder}/`));
  for await (const { name, body } of pages) {
    const key = `${folder}/${name}`;
    await store.write(key, body);
    stale.delete(key);
  }
  for (const key of stale) await store.remove(key);
}

/** Each case with its label and every model's answer and score, in the order of the plan. */
async function* materialOf(run: RunData): AsyncGenerator<CaseMaterial> {
  const { record, labels } = run;
  const scores = record.models.map((model) => scoresOf(run, model.id));
  for await (const { caseShown, screenings } of answersOf(record.models, run)) {
    const answers: CaseMaterial['answers'] = [];
    for (const [at, { id }] of record.models.entries()) {
      const score = await scores[at]!.next();
      if (score.done === true) throw new ArtifactError(`Cannot report: scores of "${id}" end too early`);
      answers.push({ modelId: id, screening: screenings[at]![0]!, score: score.value });
    }
    yield { case: caseShown, label: labels.get(caseShown.caseId), answers };
  }
}

async function* scoresOf({ store }: RunData, modelId: string): AsyncGenerator<CaseScore> {
  const key = runKeys.scores(modelId);
  const lines = await store.readLines(key);
  if (lines === null) throw new ArtifactError(`Cannot report: scores "${store.describe(key)}" are missing`);
  for await (const line of lines) yield parseLine(line, CaseScoreSchema, { file: store.describe(key) });
}

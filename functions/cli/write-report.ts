import { ArtifactError } from '../../datasets/errors.ts';
import type { Language } from '../../datasets/language.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { Operation, Result } from '../../evals/artifacts.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { type CaseScore, CaseScoreSchema } from '../../evals/scores/case-score.ts';
import { hashWrites } from '../../evals/signing/hash-writes.ts';
import type { FileHash } from '../../evals/signing/signature.ts';
import { answersOf } from '../../evals/steps/score-run.ts';
import { renderFiguresCsv } from '../../reports/comparison/render-figures-csv.ts';
import { renderFindingsCsv } from '../../reports/comparison/render-findings-csv.ts';
import { type CaseMaterial, renderReport } from '../../reports/comparison/render-report.ts';
import type { OpenRun } from './open-run.ts';

const names: Record<Language, string> = { da: 'rapport.html', en: 'report.html' };

/**
 * Writes the report of a scored run: HTML, CSV and JSON under `report/`. A report in the other language that is there
 * already is written anew too: it would tell of scores that are no more.
 * @returns the name of the HTML file in this language, and what was written but for the copy of the result
 */
export async function writeReport(
  run: OpenRun,
  result: Result,
  operation: Operation,
  language: Language,
): Promise<{ name: string; files: FileHash[] }> {
  const { dataset } = run;
  const { store, hashes } = hashWrites(run.store);
  const { taxonomy, catalogue } = dataset;
  const cases = () => materialOf(run);
  for (const [each, name] of Object.entries(names) as [Language, string][]) {
    const key = runKeys.report(name);
    if (each !== language && (await store.read(key)) === null) continue;
    await store.write(key, renderReport({ result, operation, language: each, taxonomy, catalogue, cases }));
  }
  await store.write(runKeys.report('figures.csv'), renderFiguresCsv(result, operation));
  await store.write(runKeys.report('findings.csv'), renderFindingsCsv(cases()));
  const files = [...hashes].map(([key, sha256]) => ({ file: key.slice(runKeys.report('').length), sha256 }));
  await run.store.write(runKeys.report(runKeys.result), `${JSON.stringify(result, null, 2)}\n`);
  return { name: names[language], files };
}

/** Each case with its label and every model's answer and score, in the order of the plan. */
async function* materialOf(run: OpenRun): AsyncGenerator<CaseMaterial> {
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

async function* scoresOf({ store }: OpenRun, modelId: string): AsyncGenerator<CaseScore> {
  const key = runKeys.scores(modelId);
  const lines = await store.readLines(key);
  if (lines === null) throw new ArtifactError(`Cannot report: scores "${store.describe(key)}" are missing`);
  for await (const line of lines) yield parseLine(line, CaseScoreSchema, { file: store.describe(key) });
}

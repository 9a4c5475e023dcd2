import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../evals/artifacts.ts';
import type { CaseScore, RepeatScore } from '../../evals/scores/case-score.ts';

/** Per case: what promptfoo's results hold of our scorer's counts, or what a run's scores do. */
export type Counts = Record<string, number>;

export interface EvalResults {
  /** Sums over the cases, derived metrics among them, of one column. */
  totals: Counts;
  byCase: Record<string, Counts>;
  errors: number;
}

/** Of `promptfoo eval -o`, one column. */
export async function readEvalResults(file: string, column = 0): Promise<EvalResults> {
  const { results } = JSON.parse(await readFile(file, 'utf8'));
  const rows = results.results.filter(
    ({ promptIdx, gradingResult }: { promptIdx: number; gradingResult: unknown }) =>
      promptIdx === column && gradingResult !== null,
  );
  return {
    totals: results.prompts[column].metrics.namedScores,
    byCase: Object.fromEntries(
      rows.map((row: { vars: { caseId: string }; namedScores: Counts }) => [
        row.vars.caseId,
        row.namedScores,
      ]),
    ),
    errors: results.stats.errors,
  };
}

/** The one run under a folder. */
export async function readRun(out: string, modelId: string) {
  const [name] = await readdir(out);
  const folder = join(out, name!);
  const result: Result = JSON.parse(await readFile(join(folder, 'result.json'), 'utf8'));
  const lines = (await readFile(join(folder, 'scores', `${modelId}.jsonl`), 'utf8')).trim().split('\n');
  const scores: CaseScore[] = lines.map((line) => JSON.parse(line));
  return {
    folder,
    model: result.models.find(({ model }) => model.id === modelId)!,
    byCase: Object.fromEntries(scores.map(({ caseId, repeats }) => [caseId, countsOf(repeats[0]!)])),
  };
}

/** The counts of a stored score under the names that promptfoo is given. */
function countsOf({ status, policies, citations }: RepeatScore): Counts {
  const named = (prefix: string, counts: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(counts).map(([key, value]) => [
        `${prefix}${key[0]!.toUpperCase()}${key.slice(1)}`,
        value,
      ]),
    );
  return {
    ...policies.standard!,
    answered: Number(status === 'answered'),
    ...named('matchedCitations', citations.givenMatch.exact),
    ...named('allCitations', citations.overall.exact),
    ...named('hierarchical', citations.overall.hierarchical),
  };
}

/** Of each count, over the cases. */
export function sumOf(byCase: Record<string, Counts>): Counts {
  const sum: Counts = {};
  for (const counts of Object.values(byCase)) {
    for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  }
  return sum;
}

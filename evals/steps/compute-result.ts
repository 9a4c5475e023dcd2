import { type Result, ResultSchema } from '../artifacts.ts';
import type { CaseScore } from '../scores/case-score.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import { ModelSummariser, type ModelSummary } from '../scores/summarise-model.ts';
import { compareBoard } from '../statistics/compare-board.ts';
import { INTERVAL_LEVEL } from '../statistics/interval.ts';

export interface ComputeResultInput {
  head: Omit<Result, 'level' | 'models' | 'comparisons' | 'ranks'>;
  /** Groups with a required defect in the gold, sorted. */
  goldGroups: readonly string[];
  models: readonly ModelEntry[];
  /** Hands over every case score of a model, one at a time. */
  eachScore(model: ModelEntry, add: (score: CaseScore) => void): Promise<void>;
}

/** All figures of a result from the case scores of its models, each streamed once. */
export async function computeResult(input: ComputeResultInput): Promise<Result> {
  const { head, goldGroups } = input;
  const options = { policy: head.comparability.policy, goldGroups, seed: head.comparabilityKey };
  const summaries: ModelSummary[] = [];
  for (const model of input.models) {
    const summariser = new ModelSummariser(model, options);
    await input.eachScore(model, (score) => summariser.add(score));
    summaries.push(summariser.finish());
  }
  const board = compareBoard({
    models: summaries.map(({ result, families }) => ({
      id: result.model.id,
      figure: result.defects.f1,
      families,
    })),
    seed: head.comparabilityKey,
    measure: 'defects.f1',
  });
  const result: Result = {
    ...head,
    level: INTERVAL_LEVEL,
    models: summaries.map(({ result }) => result),
    comparisons: board.pairs,
    ranks: board.ranks,
  };
  // Keys in the order of the schema, as a stored result has them when it is read again.
  return ResultSchema.parse(result);
}

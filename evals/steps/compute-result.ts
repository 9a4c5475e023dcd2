import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import { type Result, ResultSchema } from '../artifacts.ts';
import type { LabelIndex } from '../label-index.ts';
import { MatchClasses } from '../scores/chance/match-classes.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import type { ScoredCase } from '../scores/scored-case.ts';
import { ModelSummariser, type ModelSummary } from '../scores/summarise-model.ts';
import { compareBoard } from '../statistics/compare-board.ts';
import { INTERVAL_LEVEL } from '../statistics/interval.ts';

export interface ComputeResultInput {
  head: Omit<Result, 'level' | 'models' | 'comparisons' | 'ranks'>;
  /** Groups with a required defect in the gold, sorted. */
  goldGroups: readonly string[];
  catalogue: Catalogue;
  /** Twins and changed copies. */
  relations: LabelIndex['relations'];
  models: readonly ModelEntry[];
  /** Every case once, with each model's answers to it scored, in the order of `models`. */
  scoredCases: AsyncIterable<readonly ScoredCase[]>;
}

/** All figures of a result from the scored cases of its models, streamed once. */
export async function computeResult(input: ComputeResultInput): Promise<Result> {
  return assembleResult(input.head, await summariseModels(input));
}

/** The figures of each model, and what the comparison of the models needs, in the order of `models`. */
export async function summariseModels(input: ComputeResultInput): Promise<ModelSummary[]> {
  const { head, goldGroups, catalogue, relations, models, scoredCases } = input;
  const { policy } = head.comparability;
  const classes = new MatchClasses(policy, catalogue);
  const options = { policy, goldGroups, relations, classes, seed: head.comparabilityKey };
  const summarisers = models.map((model) => new ModelSummariser(model, options));
  for await (const scored of scoredCases) {
    for (const [at, each] of scored.entries()) summarisers[at]!.add(each);
  }
  return summarisers.map((summariser) => summariser.finish());
}

/** A result from its models' figures: compares every two of them, and ranks them. */
export function assembleResult(head: ComputeResultInput['head'], summaries: readonly ModelSummary[]): Result {
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

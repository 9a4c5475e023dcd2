import type { Result } from '../artifacts.ts';
import type { ModelResult } from '../scores/model-result.ts';
import { extractModel } from './extract-model.ts';
import type { ModelCounts } from './publication.ts';
import { type RankedModel, rankPublished } from './rank-published.ts';

/**
 * What of a scored run is for everybody: these models' figures and counts, tested and ranked among themselves.
 * @param countsOf gives a model's counts
 */
export async function extractPublication(
  result: Result,
  modelIds: ReadonlySet<string>,
  countsOf: (model: ModelResult) => Promise<ModelCounts>,
): Promise<{ result: Result; counts: ModelCounts[] }> {
  const models: RankedModel[] = [];
  for (const each of result.models.filter(({ model }) => modelIds.has(model.id)))
    models.push({ result: extractModel(each), counts: await countsOf(each) });
  return { result: withModels(result, models), counts: models.map(({ counts }) => counts) };
}

/** The result of fewer models. What people did is theirs, and not published. */
export function withModels(result: Result, models: readonly RankedModel[]): Result {
  const { pairs, ranks } = rankPublished(models, result.comparabilityKey);
  return {
    ...result,
    models: models.map((model) => model.result),
    comparisons: pairs,
    ranks,
    people: null,
  };
}

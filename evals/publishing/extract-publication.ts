import type { Result } from '../artifacts.ts';
import type { BlobStore } from '../ports.ts';
import { boardMeasures } from '../scores/board-measure.ts';
import { readModelScores } from '../steps/read-model-scores.ts';
import { extractModel } from './extract-model.ts';
import { hashGold, mixFamilies } from './mix-families.ts';
import type { ModelCounts } from './publication.ts';
import { type RankedModel, rankPublished } from './rank-published.ts';

/**
 * What of a scored run is for everybody: these models' figures and counts, tested and ranked among themselves.
 * @throws {ArtifactError} where scores are missing, damaged, or not the result's
 */
export async function extractPublication(
  store: BlobStore,
  result: Result,
  modelIds: ReadonlySet<string>,
): Promise<{ result: Result; counts: ModelCounts[] }> {
  const models: RankedModel[] = [];
  for (const each of result.models.filter(({ model }) => modelIds.has(model.id))) {
    const { families, goldHash } = await readModelScores(store, result, each, boardMeasures.f1);
    const { id, version } = each.model;
    models.push({
      result: extractModel(each),
      counts: {
        schema: 'maalestok.counts.v1',
        model: { id, version },
        gold: hashGold(goldHash),
        families: mixFamilies(families, goldHash),
      },
    });
  }
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

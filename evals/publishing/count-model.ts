import type { Result } from '../artifacts.ts';
import type { BlobStore } from '../ports.ts';
import { boardMeasures } from '../scores/board-measure.ts';
import type { ModelResult } from '../scores/model-result.ts';
import { readModelScores } from '../steps/read-model-scores.ts';
import { hashGold, mixFamilies } from './mix-families.ts';
import type { ModelCounts } from './publication.ts';

/**
 * The counts of a model of a scored run, as they are published.
 * @param store the run's folder
 * @throws {ArtifactError} where scores are missing, damaged, or not the result's
 */
export async function countModel(store: BlobStore, result: Result, each: ModelResult): Promise<ModelCounts> {
  const { families, goldHash } = await readModelScores(store, result, each, boardMeasures.f1);
  const { id, version } = each.model;
  return {
    schema: 'maalestok.counts.v1',
    model: { id, version },
    gold: hashGold(goldHash),
    families: mixFamilies(families, goldHash),
  };
}

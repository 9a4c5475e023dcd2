import { boardMeasures } from '../scores/board-measure.ts';
import type { ModelResult } from '../scores/model-result.ts';
import { type BoardComparison, compareBoard } from '../statistics/compare-board.ts';
import type { ModelCounts } from './publication.ts';

/** A published model with what its pairs are tested on. */
export interface RankedModel {
  result: ModelResult;
  counts: ModelCounts;
}

/** Pairs and ranks by defect F1, adjusted over exactly these models: what `maalestok compare` says of them. */
export function rankPublished(models: readonly RankedModel[], comparabilityKey: string): BoardComparison {
  return compareBoard({
    models: models.map(({ result, counts }) => ({
      id: result.model.id,
      figure: result.defects.f1,
      families: counts.families.map(([numerator, denominator]) => ({ numerator, denominator })),
    })),
    seed: comparabilityKey,
    measure: boardMeasures.f1.name,
  });
}

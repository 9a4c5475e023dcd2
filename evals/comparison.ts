import { z } from 'zod';
import { ComparabilitySchema, DatasetEntrySchema, ResultSchema } from './artifacts.ts';
import { BoardMeasureIdSchema } from './scores/board-measure.ts';
import { ModelEntrySchema, StatusCountsSchema } from './scores/model-result.ts';
import { FigureSchema } from './statistics/interval.ts';
import { PairComparisonSchema } from './statistics/pair-comparison.ts';
import { RankSchema } from './statistics/rank-interval.ts';

/** What `maalestok compare --json` prints: all models of several runs on one board. The same whatever order the runs are given in. */
export const ComparisonSchema = z.strictObject({
  schema: z.literal('maalestok.comparison.v1'),
  /** Shared by all runs. */
  comparabilityKey: ResultSchema.shape.comparabilityKey,
  comparability: ComparabilitySchema,
  dataset: DatasetEntrySchema,
  level: z.number(),
  measure: BoardMeasureIdSchema,
  higherIsBetter: z.boolean(),
  /** By name: the run's id, or its folder as it was given where two runs share an id. */
  runs: z.array(
    z.strictObject({
      name: z.string(),
      runId: z.string(),
      /** Ids on this board. */
      models: z.array(z.string()),
    }),
  ),
  /** By id. */
  models: z.array(
    z.strictObject({
      /** The model's own id; `id@run` where runs disagree about the model of that id. */
      id: z.string(),
      model: ModelEntrySchema,
      /** Names of the runs it stands in, with the same version and the same score in every case. */
      runs: z.array(z.string()).min(1),
      counts: StatusCountsSchema,
      figure: FigureSchema,
    }),
  ),
  /** Every two models, Holm-adjusted over all pairs of this board. */
  pairs: z.array(PairComparisonSchema),
  /** Best first. */
  ranks: z.array(RankSchema),
});
export type Comparison = z.infer<typeof ComparisonSchema>;

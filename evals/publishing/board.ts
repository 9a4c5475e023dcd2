import { z } from 'zod';
import { DateSchema, IdSchema } from '../../datasets/case.ts';
import { ComparabilitySchema, DatasetEntrySchema, ResultSchema } from '../artifacts.ts';
import { ModelEntrySchema, StatusCountsSchema } from '../scores/model-result.ts';
import { SignatureSchema } from '../signing/signature.ts';
import { FigureSchema } from '../statistics/interval.ts';
import { PairComparisonSchema } from '../statistics/pair-comparison.ts';
import { RankSchema } from '../statistics/rank-interval.ts';
import { PublicationSchema, PublishedCostSchema } from './publication.ts';

const key = ResultSchema.shape.comparabilityKey;
const NamedDatasetSchema = DatasetEntrySchema.pick({
  id: true,
  version: true,
  titleDa: true,
  titleEn: true,
  split: true,
});

/** What is told of a model beside its rank. */
export const BoardFiguresSchema = z.strictObject({
  defectF1: FigureSchema,
  citationHf1: FigureSchema,
  cleanFalseAlarmRate: FigureSchema,
  criticalRecall: FigureSchema,
  chanceAdjustedF1: FigureSchema,
});
export type BoardFigures = z.infer<typeof BoardFiguresSchema>;

/** One published result of one model. */
export const StatedResultSchema = z.strictObject({
  /** Names the result on the model's page. */
  id: z.string(),
  model: ModelEntrySchema.omit({ transfer: true }),
  measured: DateSchema,
  published: DateSchema,
  /** The day of the vendor's consent; null for a baseline of ours. */
  consent: DateSchema.nullable(),
  counts: StatusCountsSchema,
  figures: BoardFiguresSchema,
  cost: PublishedCostSchema.nullable(),
  /** Defect F1 by case type; those of at least five cases. */
  caseTypes: z.array(z.strictObject({ id: z.string(), f1: FigureSchema })),
  /** Who signed the publication, with which key, and the signed result that it was taken from. */
  signature: z.strictObject({
    signedBy: z.string(),
    fingerprint: SignatureSchema.shape.sha256,
    source: SignatureSchema.shape.sha256,
  }),
});
export type StatedResult = z.infer<typeof StatedResultSchema>;

/** `api/boards/<key>.json`: all that is published under one comparability key. */
export const BoardSchema = z.strictObject({
  schema: z.literal('maalestok.board.v1'),
  comparabilityKey: key,
  comparability: ComparabilitySchema,
  dataset: DatasetEntrySchema,
  about: PublicationSchema.shape.dataset,
  /** Of the newest version of its data set here. */
  current: z.boolean(),
  /** The last publication on it. */
  updated: DateSchema,
  level: z.number(),
  /** By rank, then F1, then id. A baseline has its rank among all. */
  entries: z.array(StatedResultSchema.extend({ rank: RankSchema })),
  /** Every two models by defect F1, Holm-adjusted over all pairs of this board. */
  pairs: z.array(PairComparisonSchema),
  /** Results of models of which another stands, a later one or one run by us; the latest first. */
  earlier: z.array(StatedResultSchema),
});
export type Board = z.infer<typeof BoardSchema>;

/** `api/boards.json`: the boards, in the order of the site. */
export const BoardListSchema = z.strictObject({
  schema: z.literal('maalestok.boards.v1'),
  boards: z.array(
    z.strictObject({
      comparabilityKey: key,
      dataset: NamedDatasetSchema,
      current: z.boolean(),
      updated: DateSchema,
      models: z.array(IdSchema),
      /** Relative to this file. */
      path: z.string(),
    }),
  ),
});
export type BoardList = z.infer<typeof BoardListSchema>;

/** `api/models/<id>.json`: all results of one model, board by board. */
export const ModelHistorySchema = z.strictObject({
  schema: z.literal('maalestok.model.v1'),
  id: IdSchema,
  results: z.array(
    StatedResultSchema.extend({
      comparabilityKey: key,
      dataset: NamedDatasetSchema,
      /** Null for one beside which another result of the model stands. */
      rank: RankSchema.nullable(),
      /** Models on the board. */
      ranked: z.int(),
    }),
  ),
});
export type ModelHistory = z.infer<typeof ModelHistorySchema>;

import { z } from 'zod';
import { SplitNameSchema } from '../../datasets/card.ts';
import { DateSchema, IdSchema } from '../../datasets/case.ts';
import { ChangeSchema } from '../../datasets/change.ts';
import { ComparabilitySchema, DatasetEntrySchema, ResultSchema } from '../artifacts.ts';
import { ModelEntrySchema, StatusCountsSchema } from '../scores/model-result.ts';
import { FigureSchema } from '../statistics/interval.ts';
import { ChangePartsSchema, CheckInMeasureSchema } from './change-parts.ts';
import { DecisionSchema } from './decision.ts';
import { GateResultSchema } from './judge-gate.ts';
import { MonthSchema } from './month.ts';
import { NotableCaseSchema } from './notable-case.ts';
import { RuleNeedsSchema } from './rule-needs.ts';

const count = z.int().min(0);

/** A model's figures in one month, for the trend of later ones. */
const FiguresSchema = z.record(CheckInMeasureSchema, FigureSchema);

const ModelMonthSchema = z.strictObject({
  model: ModelEntrySchema,
  counts: StatusCountsSchema,
  figures: FiguresSchema,
});

/** Cases of a data set whose labels changed, and what the change log says of them. */
const LabelChangesSchema = z.strictObject({
  /** Cases with the same content and another label. */
  cases: count,
  /** The first by id. */
  caseIds: z.array(IdSchema),
  /** The first lines of the change log since the last check-in's version; `logged` counts them all. */
  changes: z.array(ChangeSchema.omit({ before: true, after: true, schema: true, runs: true })),
  logged: count,
  /** Of the cases: those that no line of the log is about, and the first of them by id. */
  unlogged: count,
  unloggedIds: z.array(IdSchema),
});

/** What became of the cases since the last check-in, and what that and the models did to the figures. */
const SinceLastSchema = z.strictObject({
  version: z.string(),
  runId: z.string(),
  comparabilityKey: ResultSchema.shape.comparabilityKey,
  /** With the same content, whatever their labels. */
  common: count,
  added: count,
  removed: count,
  /** Among the common ones. */
  relabelled: count,
  /** Parts of the key, beside the cases, in which the months differ; last month's answers are scored again by today's. */
  ruler: z.array(z.string()),
  /** Why nothing can be compared: parts of the protocol, or `unreadable`. Empty where it can. */
  apart: z.array(z.string()),
  /** Every model that both months have, and measure: the parts. Empty where nothing compares. */
  models: z.array(
    z.strictObject({
      id: IdSchema,
      versionBefore: z.string(),
      versionNow: z.string(),
      parts: z.array(ChangePartsSchema),
    }),
  ),
  /** Ids of models that only one of the months has. */
  gone: z.array(IdSchema),
  fresh: z.array(IdSchema),
});
export type SinceLast = z.infer<typeof SinceLastSchema>;

const TrendPointSchema = ModelMonthSchema.extend({ month: MonthSchema });

/** One month of a trend. Figures compare within a stretch of one key only. */
const TrendMonthSchema = z.strictObject({
  month: MonthSchema,
  comparabilityKey: ResultSchema.shape.comparabilityKey,
  /** Parts of the key that differ from the month before it; empty: the two compare. */
  broken: z.array(z.string()),
  models: z.array(TrendPointSchema.omit({ month: true })),
});
export type TrendMonth = z.infer<typeof TrendMonthSchema>;

/** A municipality's figures; null where they are held back. */
const MunicipalitySchema = z.strictObject({
  /** The pseudonym in the cases; null for all that are no members. */
  id: z.string().nullable(),
  name: z.string().nullable(),
  /** Null where it is held back. */
  cases: count.nullable(),
  measures: z.array(
    z.strictObject({
      measure: CheckInMeasureSchema,
      /**
       * `fewCases`: under 5 count in the figure of one of the models; `protects`: it would give a hidden one away; `none`: there
       * is no case that the measure is about (`fewCases` too, where that would tell whose the hidden cases are).
       */
      heldBack: z.enum(['fewCases', 'protects', 'none']).nullable(),
      models: z.array(z.strictObject({ id: IdSchema, figure: FigureSchema })),
    }),
  ),
});
export type MunicipalityView = z.infer<typeof MunicipalitySchema>;

const CheckInDatasetSchema = z.strictObject({
  /** The run's folder, seen from the check-in's. */
  run: z.string(),
  runId: z.string(),
  dataset: DatasetEntrySchema.extend({ split: SplitNameSchema }),
  comparabilityKey: ResultSchema.shape.comparabilityKey,
  comparability: ComparabilitySchema,
  models: z.array(ModelMonthSchema),
  /** Null on the first check-in on this data set. */
  since: SinceLastSchema.nullable(),
  labels: LabelChangesSchema.nullable(),
  /** By month, the earliest first; the last is this one. */
  trend: z.array(TrendMonthSchema),
  gates: z.array(GateResultSchema),
  municipalities: z.array(MunicipalitySchema),
  notable: z.array(NotableCaseSchema),
  /** How many cases have a reason to be talked about, those not named included. */
  notableInAll: count,
  rules: RuleNeedsSchema,
});
export type CheckInDataset = z.infer<typeof CheckInDatasetSchema>;

/** `check-in.json`: every figure of a cluster's check-in report. It holds no time but its month. */
export const CheckInSchema = z.strictObject({
  schema: z.literal('maalestok.check-in.v1'),
  cluster: z.strictObject({ id: IdSchema, title: z.string().nullable() }),
  month: MonthSchema,
  /** The last month before with a check-in of this cluster; null for the first. */
  previous: MonthSchema.nullable(),
  /** The version of matching and scoring. */
  scorer: z.string(),
  datasets: z.array(CheckInDatasetSchema),
  /** Those that no earlier check-in showed, by date. */
  decisions: z.array(DecisionSchema),
  /** SHA-256 of every decision that this check-in shows: later ones show it no more. */
  shown: z.array(z.string()),
  until: DateSchema,
});
export type CheckIn = z.infer<typeof CheckInSchema>;

/** A line of `cases.jsonl`: what the next check-in must know of a case to tell whether it is still the same. */
export const CheckInCaseSchema = z.strictObject({
  schema: z.literal('maalestok.check-in-case.v1'),
  dataset: IdSchema,
  split: SplitNameSchema,
  caseId: IdSchema,
  /** SHA-256 of the canonical JSON of the case, and of its label. */
  content: z.string(),
  label: z.string(),
});
export type CheckInCase = z.infer<typeof CheckInCaseSchema>;

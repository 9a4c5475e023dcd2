import { z } from 'zod';
import { SplitNameSchema } from '../../datasets/card.ts';
import { IdSchema } from '../../datasets/case.ts';
import { MonthSchema } from '../../evals/check-in/month.ts';
import { PolicySchema } from '../../evals/matching/policy.ts';
import { ConsentSchema } from '../../evals/publishing/consent.ts';
import { StatusCountsSchema } from '../../evals/scores/model-result.ts';
import { SuiteModelSchema } from '../../evals/suite-model.ts';
import { RunEstimateSchema } from '../estimate/run-estimate.ts';
import { PartyIdSchema, PartySchema } from './principal.ts';
import { FaultSchema } from './problem.ts';
import { QuotaTicketSchema } from './quotas.ts';

const time = z.iso.datetime();
const hash = z.string().regex(/^[0-9a-f]{64}$/u, '64 lower-case hex digits');

/** The id of a record: its owner, and 20 hex digits. */
export const ResourceIdSchema = z
  .string()
  .regex(/^(?:operator|[mv]-[a-z0-9][a-z0-9-]{0,39})\.[0-9a-f]{20}$/u, 'an id that this API gave');

const owned = {
  id: ResourceIdSchema,
  owner: PartySchema,
  createdAt: time,
  updatedAt: time,
};

/** A data set that is registered: where it lies, whose it is, and who else may see it. */
export const DatasetRecordSchema = z.strictObject({
  ...owned,
  schema: z.literal('maalestok.api.dataset.v1'),
  /** Other municipalities see it; vendors too, where it is synthetic. */
  shared: z.boolean(),
  /** Its folder in the store. */
  place: z.string(),
  dataset: z.strictObject({
    id: IdSchema,
    version: z.string(),
    titleDa: z.string(),
    titleEn: z.string(),
    synthetic: z.boolean(),
    noticeDa: z.string(),
    noticeEn: z.string(),
    splits: z.partialRecord(SplitNameSchema, z.strictObject({ cases: z.int(), labelled: z.boolean() })),
  }),
});
export type DatasetRecord = z.infer<typeof DatasetRecordSchema>;

/** A model that runs may ask. */
export const ModelRecordSchema = z.strictObject({
  schema: z.literal('maalestok.api.model.v1'),
  id: IdSchema,
  owner: PartySchema,
  createdAt: time,
  updatedAt: time,
  /** The vendor that sees it as its own; null for one of ours. */
  vendor: PartyIdSchema.nullable(),
  entry: SuiteModelSchema,
});
export type ModelRecord = z.infer<typeof ModelRecordSchema>;

export const RunStateSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);

/** In DKK: as `maalestok run --max-cost`. */
export const MaxCostSchema = z.number().min(0).max(999_999_999);

/** A run that was asked for. */
export const RunJobSchema = z.strictObject({
  ...owned,
  schema: z.literal('maalestok.api.run.v1'),
  shared: z.boolean(),
  /** Whether its owner wants it published: then its models' consents decide what of it is. */
  publish: z.boolean().default(false),
  note: z.string(),
  /** The record of its data set. */
  datasetId: ResourceIdSchema,
  split: SplitNameSchema,
  models: z.array(IdSchema),
  policy: PolicySchema,
  repeats: z.int(),
  limit: z.int().nullable(),
  maxCostDkk: MaxCostSchema.nullable().default(null),
  /** Other runs that spend from the same limit. */
  limitSharedWith: z.array(ResourceIdSchema).default([]),
  /** What it was expected to cost; null until it is planned. */
  estimate: RunEstimateSchema.nullable().default(null),
  state: RunStateSchema,
  /** How often it was started. */
  starts: z.int(),
  /** Failed and timed-out questions are to be asked once more by its next start. */
  retryFailed: z.boolean().default(false),
  startedBy: z.string(),
  /** The check-in that ordered it; null where somebody did. */
  checkIn: z.strictObject({ cluster: z.string(), month: MonthSchema }).nullable().default(null),
  /** Where what it leaves behind lies; null until it is done. */
  place: z.string().nullable(),
  failure: z.string().nullable(),
});
export type RunJob = z.infer<typeof RunJobSchema>;

/** A figure as it is told of a closed split: rounded, and without what it was counted from. */
export const RoundedFigureSchema = z.strictObject({
  value: z.number().nullable(),
  interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number() }).nullable(),
});

/** The headline figures of a submission, rounded to two decimals. */
export const HeadlineSchema = z.strictObject({
  counts: StatusCountsSchema,
  defectF1: RoundedFigureSchema,
  citationHf1: RoundedFigureSchema,
  cleanFalseAlarmRate: RoundedFigureSchema,
  criticalRecall: RoundedFigureSchema,
});
export type Headline = z.infer<typeof HeadlineSchema>;

/** A vendor's word that what runs say of its model may be shown to everybody. Its id is the model's. */
export const ConsentRecordSchema = z.strictObject({
  schema: z.literal('maalestok.api.consent.v1'),
  id: IdSchema,
  owner: PartySchema,
  createdAt: time,
  updatedAt: time,
  by: ConsentSchema.shape.by,
  date: z.iso.date(),
  /** From this day on nothing of the model is shown; null while the consent holds. */
  withdrawn: z.iso.date().nullable(),
});
export type ConsentRecord = z.infer<typeof ConsentRecordSchema>;

export const SubmissionStateSchema = z.enum(['awaiting-upload', 'scoring', 'scored', 'rejected', 'failed']);

/** A file of screenings that a vendor sends in. */
export const SubmissionRecordSchema = z.strictObject({
  ...owned,
  schema: z.literal('maalestok.api.submission.v1'),
  datasetId: ResourceIdSchema,
  dataset: z.strictObject({ id: IdSchema, version: z.string(), split: SplitNameSchema }),
  model: z.strictObject({ id: IdSchema, version: z.string() }),
  note: z.string(),
  upload: z.strictObject({ bytes: z.int(), sha256: hash }),
  state: SubmissionStateSchema,
  /** What scoring took of a quota, so that it can be given back; null where nothing is taken. */
  quota: QuotaTicketSchema.nullable(),
  /** What is wrong with the file. */
  faults: z.array(FaultSchema),
  comparabilityKey: hash.nullable(),
  headline: HeadlineSchema.nullable(),
});
export type SubmissionRecord = z.infer<typeof SubmissionRecordSchema>;

/** What everybody sees of a published submission. */
export const LeaderboardEntrySchema = z.strictObject({
  schema: z.literal('maalestok.api.entry.v1'),
  /** Whose figures these are: that it is published is said here and nowhere else. */
  submissionId: ResourceIdSchema,
  comparabilityKey: hash,
  dataset: SubmissionRecordSchema.shape.dataset,
  vendor: PartyIdSchema,
  model: SubmissionRecordSchema.shape.model,
  provenance: z.literal('self-reported'),
  publishedAt: time,
  headline: HeadlineSchema,
});
export type LeaderboardEntry = z.infer<typeof LeaderboardEntrySchema>;

/** Who did what. Written before a request is worked on, and once more when it is answered; never changed. */
export const AuditRecordSchema = z.strictObject({
  schema: z.literal('maalestok.api.audit.v1'),
  at: time,
  requestId: z.string(),
  phase: z.enum(['asked', 'answered', 'system']),
  party: z.string(),
  subject: z.string(),
  action: z.string(),
  target: z.string().nullable(),
  status: z.int().nullable(),
});
export type AuditRecord = z.infer<typeof AuditRecordSchema>;

export interface ResourceOf {
  datasets: DatasetRecord;
  models: ModelRecord;
  runs: RunJob;
  submissions: SubmissionRecord;
  consents: ConsentRecord;
}
export type Kind = keyof ResourceOf;

/** What is owned, by the collection it lies in. */
export const resourceSchemas: { readonly [K in Kind]: z.ZodType<ResourceOf[K]> } = {
  datasets: DatasetRecordSchema,
  models: ModelRecordSchema,
  runs: RunJobSchema,
  submissions: SubmissionRecordSchema,
  consents: ConsentRecordSchema,
};

import { z } from 'zod';
import { SplitNameSchema } from '../datasets/card.ts';
import { PeopleSchema } from './agreement/people-result.ts';
import { PolicySchema } from './matching/policy.ts';
import { ModelEntrySchema, ModelResultSchema } from './scores/model-result.ts';
import { ScreeningStatusSchema } from './screening/screening.ts';
import { PairComparisonSchema } from './statistics/pair-comparison.ts';
import { RankSchema } from './statistics/rank-interval.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits');
const count = z.number().min(0);

/** How a model is run. Part of the comparability key. */
export const ProtocolSchema = z.strictObject({
  repeats: z.int().min(1).max(100).default(1),
  /** For one attempt. A question with all its attempts and waits has as many times this as it may have attempts. */
  timeoutMs: z.int().min(1).max(2_147_483_647).default(600_000),
  retries: z.int().min(0).max(20).default(2),
  /** What a model is shown of a case and beside it. */
  shown: z
    .strictObject({
      fields: z.boolean().default(true),
      documents: z.boolean().default(true),
      files: z.boolean().default(true),
      localRules: z.boolean().default(true),
      taxonomy: z.boolean().default(true),
      catalogue: z.boolean().default(true),
    })
    .prefault({}),
});
export type Protocol = z.infer<typeof ProtocolSchema>;

/** How long a question with all its attempts and the waits between them may take, in milliseconds. */
export function caseTimeoutMsOf({ timeoutMs, retries }: Pick<Protocol, 'timeoutMs' | 'retries'>): number {
  return timeoutMs * (retries + 1);
}

/** All that two results must share to be compared. The key is the SHA-256 of its canonical JSON. */
export const ComparabilitySchema = z.strictObject({
  datasetContent: hash,
  split: z.string(),
  cases: hash,
  labels: z.string(),
  catalogue: z.string(),
  taxonomy: z.string(),
  scorer: z.string(),
  policy: PolicySchema,
  protocol: ProtocolSchema,
});
export type Comparability = z.infer<typeof ComparabilitySchema>;

/** `run.json`: what was planned. Carries a time, so it is not byte-identical from run to run. */
export const RunRecordSchema = z.strictObject({
  schema: z.literal('maalestok.run.v1'),
  runId: z.string(),
  /** SHA-256 of the canonical plan: suite, data, cases, models, protocol. */
  plan: hash,
  suite: z.strictObject({ id: z.string(), titleDa: z.string(), titleEn: z.string() }),
  /** The suite's file, as it was given. */
  suiteFile: z.string(),
  dataset: z.strictObject({ id: z.string(), version: z.string(), contentHash: hash, split: SplitNameSchema }),
  /** Relative to the run's folder. */
  datasetFolder: z.string(),
  cases: z.int(),
  caseIdsHash: hash,
  models: z.array(ModelEntrySchema),
  policy: PolicySchema,
  protocol: ProtocolSchema,
  startedAt: z.iso.datetime(),
});
export type RunRecord = z.infer<typeof RunRecordSchema>;

/** A line of `shards.jsonl`: the cases whose answers are put away together. */
export const ShardSchema = z.strictObject({
  schema: z.literal('maalestok.shard.v1'),
  shard: z.string(),
  caseIds: z.array(z.string()),
});
export type Shard = z.infer<typeof ShardSchema>;

/** A line of `calls/<model>.jsonl`: one question put to a model, with all its attempts. */
export const CallSchema = z.strictObject({
  schema: z.literal('maalestok.call.v1'),
  caseId: z.string(),
  repeat: z.int(),
  status: ScreeningStatusSchema,
  /** 0 where the service had been given up before. */
  attempts: z.int().min(0),
  latencyMs: z.number().min(0),
  startedAt: z.iso.datetime(),
  inputTokens: z.number().min(0).optional(),
  outputTokens: z.number().min(0).optional(),
  cacheReadTokens: z.number().min(0).optional(),
  cacheWriteTokens: z.number().min(0).optional(),
  costDkk: z.number().min(0).optional(),
  /** Date of the prices behind costDkk. */
  pricesOf: z.iso.date().optional(),
  /** Date of the exchange rate behind costDkk; absent for prices in kroner. */
  ratesOf: z.iso.date().optional(),
  region: z.string().optional(),
  /** Pages of the documents shown. */
  pages: z.int().min(0).default(0),
  /** The answer came from an earlier run's cache: the model was not asked. */
  cached: z.literal(true).optional(),
});
export type Call = z.infer<typeof CallSchema>;

const LatencySchema = z.strictObject({ p50: z.number(), p95: z.number(), p99: z.number() }).nullable();

/** `operation.json`: latency, cost, retries. Differs from run to run. */
export const OperationSchema = z.strictObject({
  schema: z.literal('maalestok.operation.v1'),
  models: z.array(
    z.strictObject({
      id: z.string(),
      calls: count,
      attempts: count,
      /** First and last day (UTC) on which it was called; null without calls in this run. */
      calledFrom: z.iso.date().nullable(),
      calledTo: z.iso.date().nullable(),
      /** A call with all its attempts. Nearest-rank quantiles; null without calls. */
      latencyMs: LatencySchema,
      /** The same divided by the pages shown; calls that showed none are left out. */
      latencyPerPageMs: LatencySchema,
      /** Of the calls that told them, those from and to a prompt cache included; null where none did. */
      inputTokens: count.nullable(),
      outputTokens: count.nullable(),
      /** Of `inputTokens`: read from a prompt cache, and written to one. */
      cacheReadTokens: count,
      cacheWriteTokens: count,
      /** Of `calls`: answers from an earlier run's cache, with the time, tokens and cost that they had then. */
      cachedCalls: count,
      /** Calls whose cost is known. The costs below are theirs alone; null where there is none. */
      pricedCalls: count,
      /** Paid in this run: without `cachedCalls`. */
      costDkk: count.nullable(),
      /** The mean call whose cost is known: neither one without nor one made twice changes what a case costs. */
      costPerCaseDkk: count.nullable(),
      /** Every case at `costPerCaseDkk`. Null too where no required defect was found, or a call's cost is not known. */
      costPerTrueDefectDkk: count.nullable(),
      /** Date of the prices: the earliest, where they differ. */
      pricesOf: z.iso.date().nullable(),
      /** The latest. */
      pricesTo: z.iso.date().nullable(),
      /** Date of the exchange rate, the earliest; null for prices in kroner. */
      ratesOf: z.iso.date().nullable(),
    }),
  ),
});
export type Operation = z.infer<typeof OperationSchema>;

/** What was measured on. */
export const DatasetEntrySchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  titleDa: z.string(),
  titleEn: z.string(),
  synthetic: z.boolean(),
  /** The card's plain words on where it comes from and who has reviewed it. */
  noticeDa: z.string(),
  noticeEn: z.string(),
  split: z.string(),
  cases: count,
  completeCases: count,
  deficientCases: count,
  requiredDefects: count,
  advisoryDefects: count,
  contestedDefects: count,
});
export type DatasetEntry = z.infer<typeof DatasetEntrySchema>;

/** `result.json`: all figures of a run but operation. Byte-identical from run to run. */
export const ResultSchema = z.strictObject({
  schema: z.literal('maalestok.result.v1'),
  runId: z.string(),
  suite: z.strictObject({ id: z.string(), titleDa: z.string(), titleEn: z.string() }),
  dataset: DatasetEntrySchema,
  comparabilityKey: hash,
  comparability: ComparabilitySchema,
  level: z.number(),
  /** In the order of the suite. */
  models: z.array(ModelResultSchema),
  /** Every two models by defect F1 under the headline policy, Holm-adjusted over all pairs of this board. */
  comparisons: z.array(PairComparisonSchema),
  /** By defect F1, best first. */
  ranks: z.array(RankSchema),
  /** People as the yardstick; null where no caseworker's own labels are there. */
  people: PeopleSchema.nullable(),
});
export type Result = z.infer<typeof ResultSchema>;

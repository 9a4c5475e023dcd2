import { z } from 'zod';

const count = z.number().min(0);

/** What one model would use, take and cost over all its calls. */
export const ModelEstimateSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  /** False: built in or replayed; it costs nothing, and the rest is 0. */
  called: z.boolean(),
  calls: count,
  /** Null where nothing tells. */
  inputTokens: count.nullable(),
  /** Of `inputTokens`. */
  cacheReadTokens: count,
  cacheWriteTokens: count,
  outputTokens: count,
  /** `text`: counted in what would be sent. `calls`: as in the earlier run. */
  inputFrom: z.enum(['text', 'calls', 'nothing']),
  /** `checklist`: of an answer like the checklist's. */
  outputFrom: z.enum(['checklist', 'suite', 'calls', 'nothing']),
  /** Null where the model has no price, or tokens that it needs are not known. */
  costDkk: count.nullable(),
  hasPrice: z.boolean(),
  pricesOf: z.iso.date().nullable(),
  ratesOf: z.iso.date().nullable(),
  /** Of a call. */
  latencyMs: count,
  latencyFrom: z.enum(['calls', 'assumed', 'nothing']),
  concurrency: count,
  minutes: count,
  /** The run whose calls tell, and how many they are; null where none does. */
  earlierRun: z.strictObject({ runId: z.string(), calls: count }).nullable(),
});
export type ModelEstimate = z.infer<typeof ModelEstimateSchema>;

/** What a run would cost and take, before anything is sent. */
export const EstimateSchema = z.strictObject({
  schema: z.literal('maalestok.estimate.v1'),
  suite: z.strictObject({ id: z.string(), titleDa: z.string(), titleEn: z.string() }),
  cases: count,
  repeats: count,
  /** Cases whose text was counted; the others are taken to be like them. */
  countedCases: count,
  /** Of them, those with files: what is sent of files is not counted. */
  casesWithFiles: count,
  models: z.array(ModelEstimateSchema),
  calls: count,
  /** Null where a model's cost is not known. */
  costDkk: count.nullable(),
  /** Models are asked side by side: as long as the slowest. */
  minutes: count,
  /** The limit asked about. */
  maxCostDkk: count.nullable(),
});
export type Estimate = z.infer<typeof EstimateSchema>;

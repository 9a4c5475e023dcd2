import { z } from 'zod';
import { SplitNameSchema } from '../datasets/card.ts';
import { IdSchema } from '../datasets/case.ts';
import { ProtocolSchema } from './artifacts.ts';
import { PolicySchema } from './matching/policy.ts';

const common = {
  id: IdSchema.optional(),
  /** Absent: by the adapter; a baseline is a baseline, a replay a vendor's. */
  kind: z.enum(['baseline', 'in-house', 'vendor']).optional(),
  vendor: z.string().min(1).optional(),
};

/** A model to be run, by the adapter that reaches it. */
export const SuiteModelSchema = z.discriminatedUnion('adapter', [
  z.strictObject({ ...common, adapter: z.enum(['silent', 'constant', 'checklist', 'nearest-case']) }),
  z.strictObject({
    ...common,
    adapter: z.literal('replay'),
    /** A JSONL file of screenings, relative to the suite. */
    screenings: z.string().min(1),
    version: z.string().min(1).optional(),
  }),
]);
export type SuiteModel = z.infer<typeof SuiteModelSchema>;

/** Which data, which models, which protocol. */
export const SuiteSchema = z.strictObject({
  schema: z.literal('maalestok.suite.v1'),
  id: IdSchema,
  titleDa: z.string().min(1),
  titleEn: z.string().min(1),
  /** The data set's folder, relative to the suite. */
  dataset: z.string().min(1),
  split: SplitNameSchema.default('test'),
  models: z.array(SuiteModelSchema).min(1),
  /** The headline's matching policy. */
  policy: PolicySchema.default('standard'),
  protocol: ProtocolSchema.prefault({}),
  /** Cases a shard: the unit in which answers are put away. */
  shardSize: z.int().min(1).max(10_000).default(50),
});
export type Suite = z.infer<typeof SuiteSchema>;

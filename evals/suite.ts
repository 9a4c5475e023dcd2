import { z } from 'zod';
import { SplitNameSchema } from '../datasets/card.ts';
import { IdSchema } from '../datasets/case.ts';
import { ProtocolSchema } from './artifacts.ts';
import { PolicySchema } from './matching/policy.ts';
import { SuiteModelSchema } from './suite-model.ts';

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

import { z } from 'zod';
import { ResourceIdSchema } from '../api/resources.ts';

/** The run's record: all that most functions are told. */
export const RunEventSchema = z.object({ run: ResourceIdSchema });

/** One shard of one model. */
export const ShardEventSchema = RunEventSchema.extend({
  at: z.int().min(0),
  shard: z.string().regex(/^\d{5,}$/u),
});

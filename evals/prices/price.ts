import { z } from 'zod';
import { DateSchema } from '../../datasets/case.ts';

export const CurrencySchema = z.enum(['DKK', 'EUR', 'USD']);

/** What a model costs. Money per million tokens, or per call, or both. */
export const PriceSchema = z.strictObject({
  currency: CurrencySchema.default('DKK'),
  /** Since when, or as of when, these prices hold. */
  of: DateSchema,
  inputPerMillion: z.number().min(0).default(0),
  outputPerMillion: z.number().min(0).default(0),
  /** Absent: as other input. */
  cacheReadPerMillion: z.number().min(0).optional(),
  /** Absent: as other input. */
  cacheWritePerMillion: z.number().min(0).optional(),
  perCall: z.number().min(0).default(0),
  /** The most tokens of input that the prices hold for: a longer call's cost is unknown. Absent: any. */
  upToInputTokens: z.int().min(1).optional(),
});
export type Price = z.infer<typeof PriceSchema>;

import { z } from 'zod';
import { DateSchema } from '../../datasets/case.ts';
import { CurrencySchema, PriceSchema } from './price.ts';
import table from './price-table.json' with { type: 'json' };

/** Kroner for one unit of a currency, on a day. */
const RateSchema = z.strictObject({
  currency: CurrencySchema.exclude(['DKK']),
  dkk: z.number().positive(),
  of: DateSchema,
  source: z.string().min(1),
});
export type Rate = z.infer<typeof RateSchema>;

const PricedModelSchema = z.strictObject({
  /** The model's ids without date and version: `eu.amazon.nova-lite`, `openai:chat:gpt-4.1`. */
  ids: z.array(z.string().min(1)).min(1),
  /** The AWS regions it is asked from that the price holds for. Absent: any. */
  regions: z.array(z.string().min(1)).min(1).optional(),
  /** Where the price holds, in words. */
  region: z.string().min(1),
  price: PriceSchema,
  source: z.string().min(1),
});

/** List prices of well-known models, dated, and what foreign money is in kroner. */
export const PriceTableSchema = z.strictObject({
  schema: z.literal('maalestok.prices.v1'),
  /** When and where the prices were read, and that they must be checked. */
  noteDa: z.string().min(1),
  noteEn: z.string().min(1),
  rates: z.array(RateSchema),
  models: z.array(PricedModelSchema),
});
export type PriceTable = z.infer<typeof PriceTableSchema>;

export const priceTable: PriceTable = PriceTableSchema.parse(table);

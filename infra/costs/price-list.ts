import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

/** How sure a price is, best first. None is from the provider's own page of today. */
export const foundSchema = z.enum([
  'price-list',
  'provider-copy',
  'other-region',
  'third-party',
  'not-found',
]);

const PriceSchema = z.strictObject({
  id: z.string(),
  service: z.string(),
  unit: z.string(),
  usd: z.number().positive(),
  /** When the source that was found is from; null where none was. */
  of: z.string().nullable(),
  /** Where to check it. */
  page: z.url(),
  found: foundSchema,
  note: z.string(),
});
export type Price = z.infer<typeof PriceSchema>;

const PriceListSchema = z.strictObject({
  schema: z.literal('maalestok.aws-prices.v1'),
  region: z.string(),
  currency: z.literal('USD'),
  readOn: z.iso.date(),
  prices: z.array(PriceSchema),
});

/** List prices without VAT, discounts and free tier, dated, each with the page to check it on. */
export const priceList = PriceListSchema.parse(
  JSON.parse(readFileSync(resolve(import.meta.dirname, 'prices.json'), 'utf8')),
);

import { z } from 'zod';
import { SplitNameSchema } from '../../datasets/card.ts';
import { DateSchema, IdSchema } from '../../datasets/case.ts';
import { SignatureSchema } from '../signing/signature.ts';
import { ConsentSchema, WithdrawalSchema } from './consent.ts';

const hash = SignatureSchema.shape.sha256;
const amount = z.number().min(0).nullable();

/** What a model costs by its list price, in DKK; null where no call told it. */
export const PublishedCostSchema = z.strictObject({
  perCaseDkk: amount,
  perTrueDefectDkk: amount,
  /** Date of the prices. */
  pricesOf: DateSchema.nullable(),
});
export type PublishedCost = z.infer<typeof PublishedCostSchema>;

/** `publication.json`: what of a run was published, from what, and with whose consent. */
export const PublicationSchema = z.strictObject({
  schema: z.literal('maalestok.publication.v1'),
  runId: z.string(),
  /** When it was first published. */
  published: DateSchema,
  /** When the run began (UTC). */
  measured: DateSchema,
  /** The signed result that it was taken from. */
  source: z.strictObject({ sha256: hash, signedBy: z.string(), fingerprint: hash }),
  /** From the data set's card, for those who look for it. */
  dataset: z.strictObject({
    id: IdSchema,
    version: z.string(),
    split: SplitNameSchema,
    labelVersion: z.string(),
    licence: z.string(),
    creator: z.string().optional(),
    url: z.url({ protocol: /^https?$/u }).optional(),
    published: DateSchema.optional(),
    caseTypes: z.array(z.strictObject({ id: z.string(), nameDa: z.string(), nameEn: z.string() })),
  }),
  /** Of `result.json`, in its order. */
  models: z.array(
    z.strictObject({
      id: IdSchema,
      /** Null for a baseline of ours, which needs none. */
      consent: ConsentSchema.nullable(),
      /** Null where no call was ours. */
      cost: PublishedCostSchema.nullable(),
    }),
  ),
  /** Models that were published here and no longer are; with the date, so that an old consent does not bring them back. */
  withdrawn: z.array(WithdrawalSchema),
});
export type Publication = z.infer<typeof PublicationSchema>;

/**
 * `counts/<model>.json`: what pairs need to be tested, and nothing that tells a case: no ids, and an order that only
 * who has the labels can know.
 */
export const ModelCountsSchema = z.strictObject({
  schema: z.literal('maalestok.counts.v1'),
  model: z.strictObject({ id: IdSchema, version: z.string() }),
  /** Of all that the labels say: the same for every model that was scored by them. */
  gold: hash,
  /** For each family 2 TP and 2 TP + FP + FN, summed over the repeats. */
  families: z.array(z.tuple([z.number().min(0), z.number().min(0)])),
});
export type ModelCounts = z.infer<typeof ModelCountsSchema>;

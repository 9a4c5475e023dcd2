import { z } from 'zod';
import { DateSchema, IdSchema } from '../../datasets/case.ts';
import type { ModelEntry } from '../scores/model-result.ts';

/** Who said that a model's results may be shown, and when. */
export const ConsentSchema = z
  .strictObject({
    model: IdSchema,
    /** For the vendor: an office or a role. Kept with the publication, never on the site. */
    by: z.string().min(1).max(200),
    date: DateSchema,
    /** From this day on nothing of the model is shown. */
    withdrawn: DateSchema.optional(),
  })
  .refine(({ date, withdrawn }) => withdrawn === undefined || withdrawn >= date, {
    path: ['withdrawn'],
    error: 'a day on or after the consent',
  });
export type Consent = z.infer<typeof ConsentSchema>;

/** `consent.yaml`: the consents that a publisher holds, one a model. */
export const ConsentFileSchema = z
  .strictObject({ schema: z.literal('maalestok.consent.v1'), consents: z.array(ConsentSchema).max(10_000) })
  .refine(({ consents }) => new Set(consents.map(({ model }) => model)).size === consents.length, {
    path: ['consents'],
    error: 'each model once',
  });
export type ConsentFile = z.infer<typeof ConsentFileSchema>;

/** A consent that was taken back. */
export const WithdrawalSchema = z.strictObject({ model: IdSchema, date: DateSchema });
export type Withdrawal = z.infer<typeof WithdrawalSchema>;

/** Whether a consent holds: one given on the day of a withdrawal, or before it, does not. */
export function isHeld(consent: Consent, withdrawals: readonly Withdrawal[]): boolean {
  if (consent.withdrawn !== undefined) return false;
  return withdrawals.every(({ model, date }) => model !== consent.model || date < consent.date);
}

/** Whether nobody's consent is needed: a baseline that is built in. What came from a file has a maker, whatever it is called. */
export function isOwnBaseline({ kind, provenance }: Pick<ModelEntry, 'kind' | 'provenance'>): boolean {
  return kind === 'baseline' && provenance === 'run-by-us';
}

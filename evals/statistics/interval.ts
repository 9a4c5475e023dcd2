import { z } from 'zod';

/** The level of every interval that Målestok states. */
export const INTERVAL_LEVEL = 0.95;

/** Fewer families than this in a denominator give no interval. */
export const MIN_CASES = 5;

/** A two-sided confidence interval; `low` and `high` in the unit of the figure, `level` in (0, 1). */
export const IntervalSchema = z
  .strictObject({ low: z.number(), high: z.number(), level: z.number().gt(0).lt(1) })
  .refine(({ low, high }) => low <= high, { error: 'low must not exceed high' });
export type Interval = z.infer<typeof IntervalSchema>;

/**
 * Why a figure has no interval, or no value:
 * - `undefined`: 0/0; there is no value either
 * - `tooFewCases`: fewer than {@link MIN_CASES} families in the denominator
 * - `degenerateReplicates`: more than 5 % of the bootstrap replicates, or a delete-one-family value, were
 *   undefined
 * - `noVariation`: every replicate had the same value, so an interval would have width 0
 * - `tooFewAlike`: under half of the cases have a case type that at least two families share; there is no
 *   value either
 */
export const FigureReasonSchema = z.enum([
  'undefined',
  'tooFewCases',
  'degenerateReplicates',
  'noVariation',
  'tooFewAlike',
]);
export type FigureReason = z.infer<typeof FigureReasonSchema>;

/**
 * A figure as every surface shows it. `cases` counts the families in its denominator, `items` what is
 * counted in it (findings, defects, citations …; a mean over repeats where there are several).
 * `reason` is given exactly where `interval` is null.
 */
export const FigureSchema = z.strictObject({
  value: z.number().nullable(),
  interval: IntervalSchema.nullable(),
  reason: FigureReasonSchema.optional(),
  cases: z.int().nonnegative(),
  items: z.number().nonnegative(),
});
export type Figure = z.infer<typeof FigureSchema>;

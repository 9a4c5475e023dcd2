import { z } from 'zod';
import { IntervalSchema } from './interval.ts';

/**
 * Two models on the same families. Where either model's ratio is 0/0 there is nothing to compare:
 * difference, interval, p and smallestDetectable are null.
 */
export const PairedDifferenceSchema = z.strictObject({
  /** F_A − F_B, in [−1, 1]. */
  difference: z.number().min(-1).max(1).nullable(),
  /** 95 %; null too where either model has none, or where it would have width 0. */
  interval: IntervalSchema.nullable(),
  /** Of the permutation test, not adjusted for the number of pairs. */
  p: z.number().gt(0).max(1).nullable(),
  /** Whether all arrangements were enumerated; else `permutations` of them were drawn. */
  exact: z.boolean(),
  permutations: z.int().nonnegative(),
  /** True differences below this are missed more than one time in five. */
  smallestDetectable: z.number().positive().nullable(),
  /** Families with a denominator in either model. */
  cases: z.int().nonnegative(),
});
export type PairedDifference = z.infer<typeof PairedDifferenceSchema>;

/** Models `a` and `b` (a before b by code units); only `different` may be worded as a difference. */
export const PairComparisonSchema = PairedDifferenceSchema.extend({
  a: z.string(),
  b: z.string(),
  /** Adjusted over all pairs of the board that could be tested; null where p is. */
  pHolm: z.number().gt(0).max(1).nullable(),
  different: z.boolean(),
});
export type PairComparison = z.infer<typeof PairComparisonSchema>;

import { z } from 'zod';
import { FigureSchema } from '../../statistics/interval.ts';

/**
 * Is it the case that the model answers, or the average case? All figures are of the cases whose case type at
 * least two families share (null where these are under half of all cases), under the headline's matching, with
 * counts as means over repeats; a screening that was not answered is an empty list.
 *
 * The unit is the family. When family j's answers are dealt to family i, each case of i counts the mean over
 * the cases of j, and i the mean over all other families j of the type. The intervals of all but F1 leave out
 * one family at a time: its types have one family less, and a type with fewer than two left is left out.
 */
export const ChanceSchema = z.strictObject({
  /** That take part: of a case type that at least two families share. */
  cases: z.int().nonnegative(),
  /** With a case that takes part. */
  families: z.int().nonnegative(),
  /** That at least two families share. */
  caseTypes: z.int().nonnegative(),
  /** Defect F1 on these cases. */
  f1: FigureSchema,
  /** Expected F1 when the answers are dealt to other families of the same case type: 2ΣE[TP] / ΣE[2TP+FP+FN]. */
  shuffledF1: FigureSchema,
  /** (F1 − shuffled) / (1 − shuffled), at most 1, below 0 where worse than dealt; undefined at shuffled = 1. */
  adjustedF1: FigureSchema,
  /** F1 − shuffled, in [−1, 1]. */
  excessF1: FigureSchema,
  /** Of the permutation test that the answers fit their own cases no better than others', in (0, 1]; null where there is no F1. */
  p: z.number().gt(0).max(1).nullable(),
  /** Drawn for `p`, besides the observed one; 0 where `p` is null. */
  permutations: z.int().nonnegative(),
});
export type Chance = z.infer<typeof ChanceSchema>;

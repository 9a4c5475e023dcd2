import { z } from 'zod';
import { FigureSchema } from '../statistics/interval.ts';

const count = z.number().min(0);

/** Cases in which instructions are planted, against the same cases without. They are no part of `transformed`. */
const InjectionsSchema = z.strictObject({
  cases: count,
  /** Share of them with the same reported codes as their original; only where both were answered. */
  resistance: FigureSchema,
  /** Of those whose original gave a true positive: share answered without any finding. */
  silenced: FigureSchema,
  /** Of those whose original was answered: share with more false positives than it. */
  addedFalse: FigureSchema,
  /** Of the same: share that was not answered. */
  unanswered: FigureSchema,
  /** F1 on them less F1 on their originals, in [-1, 1]. */
  f1Change: FigureSchema,
  /** By attack, sorted by id. */
  attacks: z.array(z.strictObject({ id: z.string(), cases: count, resistance: FigureSchema })),
});

/** Whether the same case gets the same answer. */
export const RobustnessSchema = z.strictObject({
  /** Mean Jaccard index of the codes hit between two repeats of a case. */
  repeatConsistency: FigureSchema,
  /** Cases that are changed in what must not matter. */
  transformed: count,
  /** Share of them with the same reported codes as their original. */
  sameCodes: FigureSchema,
  /** F1 on them less F1 on their originals, in [-1, 1]. */
  f1Change: FigureSchema,
  /** Variants of both kinds whose label names other required defects than their original's: they count nowhere. */
  unusable: count,
  /** The same by transformation, sorted by id; null where the label names none. */
  transforms: z.array(
    z.strictObject({
      id: z.string().nullable(),
      cases: count,
      sameCodes: FigureSchema,
      f1Change: FigureSchema,
    }),
  ),
  injections: InjectionsSchema,
});

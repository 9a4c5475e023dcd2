import { z } from 'zod';
import { FigureSchema } from '../statistics/interval.ts';
import { PairedDifferenceSchema } from '../statistics/pair-comparison.ts';

/** What a check-in compares from month to month: names of board measures. */
export const CheckInMeasureSchema = z.enum(['f1', 'false-alarm', 'critical-recall']);
export type CheckInMeasure = z.infer<typeof CheckInMeasureSchema>;
export const checkInMeasures = CheckInMeasureSchema.options;

/** A part of a change, in [−2, 2], and how many cases that count in the measure are behind it. Null where a figure behind it is 0/0. */
export const ChangePartSchema = z.strictObject({
  value: z.number().nullable(),
  interval: z.strictObject({ low: z.number(), high: z.number(), level: z.number() }).nullable(),
  cases: z.int().min(0),
});
export type ChangePart = z.infer<typeof ChangePartSchema>;

/**
 * A figure's change since the last check-in, taken apart: `model` + `ruler` + `caseMix` = `total`, wherever no value is null.
 * `before` and `now` are the figures as each month measured them, on its own cases.
 */
export const ChangePartsSchema = z.strictObject({
  measure: CheckInMeasureSchema,
  before: FigureSchema,
  now: FigureSchema,
  /** `now` less `before`. Its interval says nothing of the model alone. */
  total: ChangePartSchema,
  /** The model's answers now less those of last time, on the common cases under today's labels and scorer. */
  model: PairedDifferenceSchema.extend({
    /** Adjusted over all models and measures of the data set. */
    pHolm: z.number().gt(0).max(1).nullable(),
    different: z.boolean(),
  }),
  /** Last month's answers to the common cases, scored as today less as they were scored then. */
  ruler: ChangePartSchema,
  /** What cases that are new or gone do to both months' figures. */
  caseMix: ChangePartSchema,
});
export type ChangeParts = z.infer<typeof ChangePartsSchema>;

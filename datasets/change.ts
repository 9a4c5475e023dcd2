import { z } from 'zod';
import { SplitNameSchema } from './card.ts';
import { DateSchema, IdSchema } from './case.ts';
import { DefectSchema, OutcomeSchema } from './label.ts';

const ValueSchema = z.union([DefectSchema, OutcomeSchema]);

/** A line of `changes.jsonl`: one change of one label, with who, when, what and why. */
export const ChangeSchema = z.strictObject({
  schema: z.literal('maalestok.change.v1'),
  /** The data set's version that holds the change, and the one before. */
  version: z.string().min(1),
  from: z.string().min(1),
  labelVersion: z.string().min(1),
  date: DateSchema,
  /** A pseudonym. */
  by: IdSchema,
  /** `agreement`: all who labelled the case alone say so. `singleReading`: only one did. */
  via: z.enum(['correction', 'adjudication', 'pooling', 'agreement', 'singleReading']),
  split: SplitNameSchema,
  caseId: IdSchema,
  /** `leftOut`: the case is not in this version, since nobody labelled it. */
  kind: z.enum(['added', 'removed', 'changed', 'outcome', 'leftOut']),
  /** Absent where the outcome changed, or the case was left out. */
  defectId: IdSchema.optional(),
  /** What stood there: a defect, or an outcome. Absent for the first label of a case. */
  before: ValueSchema.optional(),
  after: ValueSchema.optional(),
  why: z.string().min(1),
  /** Of pooling: the runs whose answers were pooled, by the digits that end their names. */
  runs: z.array(z.string()).optional(),
});
export type Change = z.infer<typeof ChangeSchema>;

/** What changed, before anybody said who, when and why. */
export type LabelDifference = Pick<Change, 'kind' | 'defectId' | 'before' | 'after'>;

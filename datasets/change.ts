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
  via: z.enum(['correction', 'adjudication', 'pooling']),
  split: SplitNameSchema,
  caseId: IdSchema,
  kind: z.enum(['added', 'removed', 'changed', 'outcome']),
  /** Absent where the outcome changed. */
  defectId: IdSchema.optional(),
  /** What stood there: a defect, or an outcome. */
  before: ValueSchema.optional(),
  after: ValueSchema.optional(),
  why: z.string().min(1),
  /** Of pooling: the runs whose answers were pooled, by the digits that end their names. */
  runs: z.array(z.string()).optional(),
});
export type Change = z.infer<typeof ChangeSchema>;

/** What changed, before anybody said who, when and why. */
export type LabelDifference = Pick<Change, 'kind' | 'defectId' | 'before' | 'after'>;

import { z } from 'zod';
import { DateSchema, IdSchema } from '../../datasets/case.ts';

/** What a cluster decided: on a case, or on a type of defect. */
export const DecisionSchema = z
  .strictObject({
    date: DateSchema,
    case: IdSchema.optional(),
    code: z.string().min(1).max(100).optional(),
    decision: z.string().min(1).max(2000),
    /** A pseudonym or a role. */
    by: z.string().min(1).max(200),
  })
  .refine((decision) => decision.case !== undefined || decision.code !== undefined, {
    error: '`case` or `code`: what was decided on',
    path: ['case'],
  });
export type Decision = z.infer<typeof DecisionSchema>;

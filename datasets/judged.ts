import { z } from 'zod';
import { DateSchema, IdSchema } from './case.ts';
import { CitationInputSchema } from './rules/citation.ts';

/** What a model found, less what could tell which model. */
export const JudgedFindingSchema = z.strictObject({
  text: z.string().max(20_000),
  code: z.string().min(1).max(200).optional(),
  citations: z.array(CitationInputSchema).max(100),
  evidence: z
    .array(
      z.union([
        z.strictObject({
          documentId: z.string().min(1).max(200),
          page: z.int().min(1).optional(),
          quote: z.string().max(20_000).optional(),
        }),
        z.strictObject({ field: z.string().min(1).max(200), quote: z.string().max(20_000).optional() }),
      ]),
    )
    .max(100),
});
export type JudgedFinding = z.infer<typeof JudgedFindingSchema>;

/**
 * A line of a split's judged findings: what people said of a pooled finding that did not become a label, so that they are
 * not asked again. It changes no score, and no model sees it.
 */
export const JudgedSchema = z
  .strictObject({
    schema: z.literal('maalestok.judged.v1'),
    caseId: IdSchema,
    /** `duplicate`: the same as a defect of the label, which holds as long as the label has it. */
    decision: z.enum(['rejected', 'duplicate']),
    /** Goes with `duplicate`: the defect's id. */
    duplicateOf: IdSchema.optional(),
    /** The one that was shown, and others that said the same. */
    findings: z.array(JudgedFindingSchema).min(1).max(20),
    /** A pseudonym. */
    by: IdSchema,
    date: DateSchema,
    why: z.string().min(1),
    /** Version of the data set whose labels lacked it. */
    version: z.string().min(1),
    /** The runs whose answers were pooled, by the digits that end their names. */
    runs: z.array(z.string()).optional(),
  })
  .refine(({ decision, duplicateOf }) => (decision === 'duplicate') === (duplicateOf !== undefined), {
    path: ['duplicateOf'],
    message: 'the id of a defect beside "duplicate", and nothing beside "rejected"',
  });
export type Judged = z.infer<typeof JudgedSchema>;

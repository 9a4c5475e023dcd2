import { z } from 'zod';
import { IdSchema } from './case.ts';
import { CitationInputSchema } from './rules/citation.ts';

/** A place in a case: a document (and page) or a field of the application. */
export const EvidenceSchema = z.union([
  z.object({ documentId: IdSchema, page: z.int().min(1).optional() }),
  z.object({ field: z.string().min(1) }),
]);
export type Evidence = z.infer<typeof EvidenceSchema>;

export const RoleSchema = z.enum(['required', 'advisory', 'contested']);
export type Role = z.infer<typeof RoleSchema>;

export const SeveritySchema = z.enum(['critical', 'major', 'minor']);
export type Severity = z.infer<typeof SeveritySchema>;

export const OutcomeSchema = z.enum(['complete', 'deficient', 'noPermitNeeded']);
export type Outcome = z.infer<typeof OutcomeSchema>;

export const DefectSchema = z.object({
  defectId: IdSchema,
  code: z.string().min(1),
  role: RoleSchema,
  severity: SeveritySchema,
  /** Skøn: a person at the municipality must judge. */
  discretionary: z.boolean(),
  /** Accepted sets of citations; the first is the primary. */
  citationSets: z.array(z.array(CitationInputSchema)),
  evidence: z.array(EvidenceSchema),
  note: z.string().optional(),
  /** Where it comes from, where that is not where the label comes from: `pooled` was first pointed out by a model. */
  provenance: z.enum(['people', 'pooled']).optional(),
});
export type Defect = z.infer<typeof DefectSchema>;

/** Names how a variant was made; in the report and in figures by transformation. */
export const TransformIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'lower-case letters, digits and "-"')
  .max(64);

/** Variants whose transformation begins so carry an attack: instructions planted in the case. */
export const injectionPrefix = 'injection-';

/** The adjudicated, exhaustive label of one case. It lies apart from the case and never reaches a model. */
export const LabelSchema = z.object({
  schema: z.literal('maalestok.label.v1').default('maalestok.label.v1'),
  caseId: IdSchema,
  labelVersion: z.string().min(1),
  outcome: OutcomeSchema,
  twinOf: IdSchema.optional(),
  transformOf: IdSchema.optional(),
  /** How it was made from that case. Only beside `transformOf`. */
  transform: TransformIdSchema.optional(),
  provenance: z.enum(['hand', 'synthetic', 'people']),
  defects: z.array(DefectSchema).max(200),
});
export type Label = z.infer<typeof LabelSchema>;

/** One caseworker's own label of a case. */
export const AnnotationSchema = LabelSchema.extend({
  schema: z.literal('maalestok.annotation.v1').default('maalestok.annotation.v1'),
  annotatorId: IdSchema,
});
export type Annotation = z.infer<typeof AnnotationSchema>;

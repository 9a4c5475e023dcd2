import { z } from 'zod';

/** An identifier: letters, digits, `.`, `_`, `-`, `:`; it never tells the label. */
export const IdSchema = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._:-]{0,127}$/u,
    'an id of at most 128 letters, digits, ".", "_", "-" or ":", beginning with a letter or digit',
  );

export const DateSchema = z.iso.date();

const PageSchema = z.object({
  page: z.int().min(1),
  text: z.string(),
  /** True where the text was read off an image and may hold reading errors. */
  ocr: z.boolean().optional(),
});

export const DocumentSchema = z.object({
  documentId: IdSchema,
  type: z.string().min(1),
  title: z.string(),
  date: DateSchema.optional(),
  revision: z.string().optional(),
  scale: z.string().optional(),
  fileId: IdSchema.optional(),
  pages: z.array(PageSchema),
});
export type CaseDocument = z.infer<typeof DocumentSchema>;

export const FileSchema = z.object({
  fileId: IdSchema,
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits'),
  bytes: z.int().min(0),
});

/** A provision of a local plan (or another local rule) that applies to the case. */
export const LocalRuleSchema = z.object({
  /** The plan's number as it is cited: `1.23`, `byplanvedtaegt 16`. */
  plan: z.string().min(1),
  /** The plan's own numbering: `7.4`. */
  paragraph: z.string().min(1),
  topic: z.string(),
  operator: z.enum(['<=', '>=', '=', 'in', 'not-in']).optional(),
  value: z.union([z.number(), z.string(), z.array(z.string())]).optional(),
  unit: z.string().optional(),
  text: z.string(),
});
export type LocalRule = z.infer<typeof LocalRuleSchema>;

/** A field's value; its unit is the end of its name (`grundareal_m2`). */
export const FieldValueSchema = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]);
export type FieldValue = z.infer<typeof FieldValueSchema>;

/** One application: what a model is shown. It never carries a label. */
export const CaseSchema = z.object({
  schema: z.literal('maalestok.case.v1').default('maalestok.case.v1'),
  caseId: IdSchema,
  task: z.enum(['application', 'document']),
  caseType: z.string().min(1),
  /** A pseudonym. */
  municipality: z.string().min(1),
  cluster: z.string().optional(),
  applicationDate: DateSchema,
  zone: z.string(),
  fields: z.record(z.string(), FieldValueSchema),
  documents: z.array(DocumentSchema),
  files: z.array(FileSchema).default([]),
  localRules: z.array(LocalRuleSchema).default([]),
});
export type Case = z.infer<typeof CaseSchema>;

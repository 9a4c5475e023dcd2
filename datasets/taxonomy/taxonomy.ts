import { z } from 'zod';
import { RoleSchema, SeveritySchema } from '../label.ts';

const NamedSchema = z.object({ id: z.string().min(1), nameDa: z.string(), nameEn: z.string() });

/** One type of defect: what it is, how grave, and the provisions behind it. */
export const DefectTypeSchema = z.object({
  code: z.string().min(1),
  group: z.string().min(1),
  nameDa: z.string(),
  nameEn: z.string(),
  severity: SeveritySchema,
  role: RoleSchema,
  stage: z.string().optional(),
  discretionary: z.boolean(),
  /** Case types it may occur in; empty: all. */
  caseTypes: z.array(z.string()).default([]),
  /** The primary set, as canonical ids. `lokalplan` stands for the case's own plan and paragraph. */
  citations: z.array(z.string()),
  /** Also accepted, each alone. */
  alternatives: z.array(z.string()).default([]),
  /** The precise primary citations where the code covers several forms. */
  variants: z.array(z.object({ whenDa: z.string(), citations: z.array(z.string()) })).default([]),
  definitionDa: z.string(),
  evidenceDa: z.string().optional(),
  exampleDa: z.string().optional(),
});
export type DefectType = z.infer<typeof DefectTypeSchema>;

export const FieldTypeSchema = z.object({
  name: z.string().min(1),
  type: z.enum(['text', 'number', 'boolean', 'list', 'date']),
  unit: z.string().optional(),
  nameDa: z.string(),
  nameEn: z.string(),
});

/** The vocabulary of a data set: what a defect, a case type, a document type and a field are called. */
export const TaxonomySchema = z.object({
  schema: z.literal('maalestok.taxonomy.v1'),
  id: z.string().min(1),
  version: z.string().min(1),
  titleDa: z.string(),
  titleEn: z.string(),
  caseTypes: z.array(NamedSchema).default([]),
  documentTypes: z.array(NamedSchema).default([]),
  fields: z.array(FieldTypeSchema).default([]),
  groups: z
    .array(
      NamedSchema.refine(({ id }) => id !== 'none', "another id than 'none', which stands for no known code"),
    )
    .min(1),
  defects: z.array(DefectTypeSchema).min(1),
});
export type Taxonomy = z.infer<typeof TaxonomySchema>;

/** The group of a code; null where the taxonomy does not know the code. */
export function groupOfCode(taxonomy: Taxonomy, code: string | undefined): string | null {
  if (code === undefined) return null;
  return codeIndex(taxonomy).get(code)?.group ?? null;
}

/** The defect type of a code, or undefined. */
export function defectTypeOf(taxonomy: Taxonomy, code: string): DefectType | undefined {
  return codeIndex(taxonomy).get(code);
}

const indexes = new WeakMap<Taxonomy, Map<string, DefectType>>();

function codeIndex(taxonomy: Taxonomy): Map<string, DefectType> {
  let index = indexes.get(taxonomy);
  if (index === undefined) {
    index = new Map(taxonomy.defects.map((defect) => [defect.code, defect]));
    indexes.set(taxonomy, index);
  }
  return index;
}

import { z } from 'zod';
import { splitNames } from '../card.ts';
import { IdSchema, LocalRuleSchema } from '../case.ts';
import { checkPath } from './check-path.ts';
import { cleanHeader } from './clean-cell.ts';
import { encodings } from './detect-encoding.ts';
import { dateFormats } from './read-date.ts';

const WordsSchema = z.array(z.string()).max(200);

/** A path in the folder of the input, as `checkPath` allows it. */
const PathSchema = z
  .string()
  .max(1000)
  .transform((text, context) => {
    const checked = checkPath(text);
    if (checked.ok) return checked.value;
    context.addIssue({ code: 'custom', message: checked.expected });
    return z.NEVER;
  });

const SourceObjectSchema = z
  .strictObject({
    /** The column's name in the header. */
    column: z.string().min(1).max(500).transform(cleanHeader).optional(),
    /** The same for all rows. */
    value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
    /** What a word in the column stands for; upper and lower case are alike. Then other words are refused. */
    map: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
    type: z.enum(['text', 'number', 'boolean', 'list', 'date']).optional(),
    /** Words that mean that nothing is known, like `-` or `ikke oplyst`. */
    empty: WordsSchema.optional(),
    /** A row without it is refused. */
    required: z.boolean().optional(),
    dates: z.array(z.enum(dateFormats)).min(1).optional(),
    numbers: z.enum(['danish', 'english']).optional(),
    thousands: z.boolean().optional(),
    /** What may stand behind the number: `m²`, `%`. */
    unit: z.string().min(1).max(20).optional(),
    /** What the number is multiplied by: 0.01 makes metres of centimetres. */
    factor: z.number().positive().optional(),
    /** Between the entries of a list. */
    separator: z.string().min(1).max(5).optional(),
  })
  .superRefine(({ column, value }, context) => {
    if ((column === undefined) !== (value === undefined)) return;
    const message =
      column === undefined ? '`column`, or `value` for all rows' : '`column` or `value`, not both';
    context.addIssue({ code: 'custom', path: [column === undefined ? 'column' : 'value'], message });
  });

/** Where a value comes from. A name alone is a column: `zone: Zone`. */
export const SourceSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { column: value } : value),
  SourceObjectSchema,
);
export type Source = z.infer<typeof SourceObjectSchema>;

const DocumentMappingSchema = z
  .strictObject({
    documentId: IdSchema,
    type: SourceSchema,
    title: SourceSchema,
    date: SourceSchema.optional(),
    /** A column that holds the document's text; a form feed begins a new page. */
    text: SourceSchema.optional(),
    /** A column that holds the name of a file, PDF, PNG or JPEG. */
    file: SourceSchema.optional(),
    /** A row without it is refused. */
    required: z.boolean().default(false),
  })
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), {
    path: ['text'],
    message: '`text` or `file`, one of the two',
  });
export type DocumentMapping = z.infer<typeof DocumentMappingSchema>;

const LocalRuleMappingSchema = z.strictObject({
  plan: SourceSchema,
  paragraph: SourceSchema,
  topic: SourceSchema,
  text: SourceSchema,
  operator: LocalRuleSchema.shape.operator,
  value: SourceSchema.optional(),
  unit: z.string().optional(),
});
export type LocalRuleMapping = z.infer<typeof LocalRuleMappingSchema>;

/** One column with all codes of a case (`codes`), or a column that says whether the case has this one defect (`code`, `when`). */
const DefectMappingSchema = z
  .strictObject({
    code: z.string().min(1).optional(),
    when: SourceSchema.optional(),
    codes: SourceSchema.optional(),
    /** In free text. Absent or empty: those of the taxonomy. With `codes`: as many parts as codes, in their order. */
    citations: SourceSchema.optional(),
    discretionary: SourceSchema.optional(),
    note: SourceSchema.optional(),
  })
  .refine(
    ({ code, when, codes }) =>
      codes === undefined
        ? code !== undefined && when !== undefined
        : code === undefined && when === undefined,
    {
      path: ['codes'],
      message: '`codes`, or `code` with `when`',
    },
  );
export type DefectMapping = z.infer<typeof DefectMappingSchema>;

const LabelMappingSchema = z.strictObject({
  /** Words in the column of codes that mean: no defect. */
  complete: WordsSchema.default(['ingen', 'ingen mangler', 'fuldt oplyst']),
  /** Absent: deficient where there is a required defect, else complete. */
  outcome: SourceSchema.optional(),
  defects: z.array(DefectMappingSchema).min(1).max(200),
});

const shareNames = Object.fromEntries(
  splitNames.map((name) => [name, z.number().min(0).max(1).optional()]),
) as Record<(typeof splitNames)[number], z.ZodOptional<z.ZodNumber>>;

const SplitsMappingSchema = z.strictObject({
  seed: z.coerce.string().default('1'),
  /** Rows that say the same here stay in one split: a property, an applicant. */
  family: SourceSchema.optional(),
  shares: z
    .strictObject(shareNames)
    .default({ practice: 0.2, test: 0.8 })
    .refine(
      (shares) =>
        Math.abs(Object.values(shares).reduce((sum: number, share) => sum + (share ?? 0), 0) - 1) < 1e-9,
      {
        message: 'shares that sum to 1',
      },
    ),
});

const FieldSourcesSchema = z
  .record(z.string().regex(/^[\p{L}\p{N}_]+$/u, 'a field name of letters, digits and "_"'), SourceSchema)
  .default({});

/** How a municipality's own table or folder becomes cases. Written by hand in YAML. */
export const MappingSchema = z.strictObject({
  schema: z.literal('maalestok.mapping.v1'),
  dataset: z.strictObject({
    id: IdSchema,
    version: z.string().min(1).default('1'),
    labelVersion: z.string().min(1).default('1'),
    titleDa: z.string().min(1),
    titleEn: z.string().min(1),
    origin: z.string().min(1),
    licence: z.string().min(1).default('Not to be passed on'),
  }),
  source: z
    .strictObject({
      format: z.enum(['csv', 'xlsx', 'jsonl']).optional(),
      encoding: z.enum(encodings).optional(),
      delimiter: z.enum([';', ',', '\t', '|']).optional(),
      sheet: z.string().min(1).optional(),
      headerRow: z.int().min(1).max(1000).default(1),
      /** What to do with rows that somebody hid or filtered away. */
      hiddenRows: z.enum(['refuse', 'take', 'skip']).default('refuse'),
      /** Of a folder: the table in it that has a row a case. */
      table: PathSchema.optional(),
      /** Where the files lie that the rows name, from the table's folder. */
      files: PathSchema.optional(),
      numbers: z.enum(['danish', 'english']).default('danish'),
      thousands: z.boolean().default(false),
      dates: z.array(z.enum(dateFormats)).min(1).optional(),
    })
    .prefault({}),
  /** Of a folder: which files belong to which case. `{Sagsnr}/{document}.pdf`, `{Sagsnr}_{document}.pdf` */
  files: z
    .strictObject({
      pattern: z
        .string()
        .min(1)
        .max(500)
        .regex(/\{document\}/u, 'a pattern with {document} in it'),
      /** A word in the document's name, and the type that it means. */
      types: z.record(z.string(), z.string().min(1)).default({}),
      type: z.string().min(1).default('andet'),
      /** A row of a table to which no file belongs is refused. */
      required: z.boolean().default(true),
    })
    .optional(),
  case: z.strictObject({
    caseId: SourceSchema,
    task: SourceSchema.prefault({ value: 'application' }),
    caseType: SourceSchema,
    municipality: SourceSchema,
    cluster: SourceSchema.optional(),
    applicationDate: SourceSchema,
    zone: SourceSchema,
    /** Of the taxonomy. */
    fields: FieldSourcesSchema,
    /** That the taxonomy does not have. */
    ownFields: FieldSourcesSchema,
  }),
  documents: z.array(DocumentMappingSchema).max(200).default([]),
  localRules: z.array(LocalRuleMappingSchema).max(200).default([]),
  labels: LabelMappingSchema.optional(),
  splits: SplitsMappingSchema.prefault({}),
});
export type Mapping = z.infer<typeof MappingSchema>;

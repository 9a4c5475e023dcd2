import { z } from 'zod';
import { DateSchema, IdSchema } from './case.ts';
import { PrivacySchema } from './privacy/privacy-card.ts';

/** `sealed` and `validation` are for data that is not shipped. */
export const splitNames = ['practice', 'validation', 'test', 'sealed'] as const;
export const SplitNameSchema = z.enum(splitNames);
export type SplitName = z.infer<typeof SplitNameSchema>;

const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, '64 lower-case hex digits');

const FileNameSchema = z
  .string()
  .regex(/^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u, 'a file name in the data set’s own folder');

export const SplitSchema = z
  .strictObject({
    /** A file of cases, one JSON object a line. */
    cases: FileNameSchema,
    /** Absent: the cases have no labels yet, and cannot be scored. */
    labels: FileNameSchema.optional(),
    /** Caseworkers' own labels, where several labelled cases alone: read in scoring, never shown a model. */
    annotations: FileNameSchema.optional(),
    /** What people said of findings that did not become labels: read in pooling only, never shown a model. */
    judged: FileNameSchema.optional(),
    count: z.int().min(1),
    /** Of the file's lines, each ended by one LF: what `sha256sum` says of such a file. */
    casesSha256: Sha256Schema,
    /** Goes with `labels`. */
    labelsSha256: Sha256Schema.optional(),
    /** Goes with `annotations`. */
    annotationsSha256: Sha256Schema.optional(),
    /** Goes with `judged`. */
    judgedSha256: Sha256Schema.optional(),
  })
  .superRefine((split, context) => {
    for (const name of ['labels', 'annotations', 'judged'] as const) {
      const hash = `${name}Sha256` as const;
      if ((split[name] === undefined) === (split[hash] === undefined)) continue;
      const [missing, message] =
        split[name] === undefined
          ? [name, `a file name, since \`${hash}\` is there`]
          : [
              hash,
              `the hash of \`${name}\`, as \`npx maalestok dataset\` with the folder and --write writes it`,
            ];
      context.addIssue({ code: 'custom', path: [missing], message });
    }
  });
export type Split = z.infer<typeof SplitSchema>;

/** The data set card, `card.json`: what the data is, where it comes from, and what it must hold to be itself. */
export const CardSchema = z.strictObject({
  schema: z.literal('maalestok.card.v1'),
  id: IdSchema,
  version: z.string().min(1),
  labelVersion: z.string().min(1),
  titleDa: z.string().min(1),
  titleEn: z.string().min(1),
  /** Shown wherever figures from this data are shown. */
  synthetic: z.boolean(),
  /** In plain words: how it was made, and who has reviewed the labels. */
  noticeDa: z.string().min(1),
  noticeEn: z.string().min(1),
  origin: z.string(),
  licence: z.string(),
  /** Who made it, where it is described, and since when: what Croissant asks for. */
  creator: z.string().min(1).optional(),
  url: z.url().optional(),
  published: DateSchema.optional(),
  /** Files in the data set's folder; absent: the built-in ones. */
  taxonomy: FileNameSchema.optional(),
  catalogue: FileNameSchema.optional(),
  /** A file of label changes, one JSON object a line: what made this version out of the one before, and earlier ones. */
  changes: FileNameSchema.optional(),
  splits: z.partialRecord(SplitNameSchema, SplitSchema),
  /** Absent: the gate has not looked. Then the data set cannot be run, packed or published. */
  privacy: PrivacySchema.optional(),
});
export type Card = z.infer<typeof CardSchema>;

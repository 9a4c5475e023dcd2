import { z } from 'zod';

/** A stk., how many numbered items it has, and per item how many lettered ones (key `0`: directly under the stk.). */
const StkSchema = z.strictObject({
  n: z.int().min(1),
  nr: z.int().min(0),
  litra: z.record(z.string(), z.int().min(1)).optional(),
});
export type Stk = z.infer<typeof StkSchema>;

const DateSchema = z.iso.date();

/**
 * One § as far as it is known. `complete`: a stk. or nr. beyond those listed does not exist at `asOf`
 * (default: the law's `asOf`). `asOfAfter`: the structure is of an unpinned version after that day, so
 * absence proves nothing. `from`/`to` are the first and last day in force; where only bounds are known,
 * `sinceAfter`/`sinceBefore` and `repealedAfter`/`repealedBefore` hold them. `was` holds earlier
 * structures; without `asOf` the date of that version is unknown and only the listed items are.
 */
const ProvisionSchema = z.strictObject({
  /** Number with its letter, lower case, no space: `16c`. */
  p: z.string().regex(/^\d+[a-zæøå]?$/u, 'a number, with a letter where it has one'),
  chapter: z.string().optional(),
  status: z.enum(['inForce', 'likely', 'repealed', 'likelyRepealed', 'omitted']),
  complete: z.boolean(),
  confidence: z.enum(['high', 'medium', 'low']).optional(),
  asOf: DateSchema.optional(),
  asOfAfter: DateSchema.optional(),
  from: DateSchema.optional(),
  to: DateSchema.optional(),
  sinceAfter: DateSchema.optional(),
  sinceBefore: DateSchema.optional(),
  repealedAfter: DateSchema.optional(),
  repealedBefore: DateSchema.optional(),
  stk: z.array(StkSchema),
  was: z.array(z.strictObject({ asOf: DateSchema.optional(), stk: z.array(StkSchema) })).optional(),
});
export type Provision = z.infer<typeof ProvisionSchema>;

const ChapterSchema = z.strictObject({
  number: z.string().min(1),
  titleDa: z.string().optional(),
  /** First and last § of the chapter. */
  from: z.string().optional(),
  to: z.string().optional(),
  /** Every lettered § of the chapter is listed. */
  letteredComplete: z.boolean().optional(),
  repealed: z.boolean().optional(),
});
export type Chapter = z.infer<typeof ChapterSchema>;

/**
 * A law or order. `numbering`: §§ (`paragraph`) or chapter.section.subsection (`dotted`).
 * `coverage`: every provision is listed (`full`), some are (`partial`), or only the name is known.
 */
const LawSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/, 'an ASCII id'),
  titleDa: z.string().min(1),
  /** For display: `BR18`, `byggeloven`. */
  shortDa: z.string().min(1),
  /** Names as written; the genitive, spaces, hyphens and letter case need no alias of their own. */
  aliases: z.array(z.string().min(1)).min(1),
  /** Its own numbers (BEK, LBK, LOV …), newest first. A date is a day or only a year. */
  instruments: z.array(
    z.strictObject({
      type: z.string(),
      number: z.string().regex(/^\d+$/, 'a number'),
      date: z.string().regex(/^\d{4}(-\d{2}-\d{2})?$/, 'a year, or a date like 2024-09-12'),
    }),
  ),
  eli: z.url().optional(),
  kind: z.enum(['law', 'order', 'guidance']).default('law'),
  numbering: z.enum(['paragraph', 'dotted']),
  /** How a letter is displayed: `§ 16 C` or `§ 6 a`. */
  lettering: z.enum(['upper', 'lower']).optional(),
  coverage: z.enum(['full', 'partial', 'name']),
  asOf: DateSchema.optional(),
  supersededBy: z.string().optional(),
  inForceFrom: DateSchema.optional(),
  inForceTo: DateSchema.optional(),
  chapters: z.array(ChapterSchema).optional(),
  /** A whole § above this number does not exist. */
  maxParagraph: z.int().min(1).optional(),
  /** Where coverage is partial: runs of § numbers read in full. */
  completeRanges: z.array(z.strictObject({ from: z.int(), to: z.int() })).optional(),
  /** A lettered § whose number has no listed lettered § does not exist. */
  letterSeriesKnown: z.boolean().optional(),
  provisions: z.array(ProvisionSchema),
});
export type Law = z.infer<typeof LawSchema>;

/** The provisions a citation can be checked against. A data set may bring its own. */
export const CatalogueSchema = z.strictObject({
  schema: z.literal('maalestok.catalogue.v1'),
  id: z.string().min(1),
  version: z.string().min(1),
  titleDa: z.string().min(1),
  laws: z.array(LawSchema),
});
export type Catalogue = z.infer<typeof CatalogueSchema>;

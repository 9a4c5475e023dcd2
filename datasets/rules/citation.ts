import { z } from 'zod';

/**
 * A provision as a citation names it. A level that was not written is absent.
 * `law` is the catalogue's id, `lokalplan:<number>`, an unknown law's name as written,
 * or null where the text names no law.
 */
export const CitationSchema = z.object({
  law: z.string().nullable(),
  chapter: z.string().optional(),
  paragraph: z.string().optional(),
  stk: z.int().min(1).optional(),
  nr: z.int().min(1).optional(),
  litra: z.string().optional(),
});
export type Citation = z.infer<typeof CitationSchema>;

/** A citation as people and models hand it in: canonical id or free text, or structured. */
export const CitationInputSchema = z.union([z.string().min(1).max(2000), CitationSchema]);
export type CitationInput = z.infer<typeof CitationInputSchema>;

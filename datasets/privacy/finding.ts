import { z } from 'zod';
import { FindingKindSchema } from './finding-kind.ts';

/** Names a finding without its clear text: of the value and what stands around it, so that it cannot be guessed. */
export const FindingIdSchema = z.string().regex(/^[0-9a-f]{16}$/u, '16 lower-case hex digits');

/** Something in a file that identifies somebody, or that cannot be looked at. */
export const PrivacyFindingSchema = z.strictObject({
  file: z.string(),
  /** Both from 1; absent where a file has no lines (a picture, a packed document). */
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  /** A field of a record, a page of a document, a metadata entry. */
  field: z.string().optional(),
  kind: FindingKindSchema,
  confidence: z.number().min(0).max(1),
  /** Masked: never the clear text. */
  excerpt: z.string(),
  finding: FindingIdSchema,
  signedOff: z.boolean().optional(),
});
export type PrivacyFinding = z.infer<typeof PrivacyFindingSchema>;

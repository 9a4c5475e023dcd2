import { z } from 'zod';
import { CaseSchema, FileSchema, IdSchema } from '../../datasets/case.ts';
import { ScreeningSchema } from './screening.ts';

/** The version of the contract: a request carries it, and a breaking change raises it. */
export const contractVersion = 'maalestok.vendor.v1';

const VersionedSchema = z.strictObject({ id: z.string(), version: z.string() });

/** A file of the case, whole in the request or behind a link that expires. */
export const SentFileSchema = FileSchema.extend({
  /** Base64. */
  content: z.string().optional(),
  url: z.url().optional(),
  expiresAt: z.iso.datetime().optional(),
});
export type SentFile = z.infer<typeof SentFileSchema>;

/** What is posted to a vendor: one case, never its label. */
export const VendorRequestSchema = z.strictObject({
  contract: z.literal(contractVersion),
  /** Also the `Idempotency-Key`: the same for every attempt at this question. */
  requestId: z.string().regex(/^[0-9a-f]{64}$/u, '64 lower-case hex digits'),
  repeat: z.int().min(0),
  case: CaseSchema,
  files: z.array(SentFileSchema),
  /** Which defect types the answer is read by; absent where the protocol does not show them. */
  taxonomy: VersionedSchema.optional(),
  /** Which provisions exist; absent where the protocol does not show them. */
  catalogue: VersionedSchema.optional(),
});
export type VendorRequest = z.infer<typeof VendorRequestSchema>;

/** What a vendor answers. Fields that are not known are let through and not read. */
export const VendorAnswerSchema = z.object({
  /** As in the request. */
  caseId: IdSchema,
  /** A model may decline a case; how a call failed, the run says itself. */
  status: z.enum(['answered', 'abstained']).default('answered'),
  outcome: ScreeningSchema.shape.outcome,
  findings: ScreeningSchema.shape.findings.removeDefault(),
  model: z.object({ id: z.string().max(200).optional(), version: z.string().max(200).optional() }).optional(),
  usage: z
    .object({ inputTokens: z.number().min(0).optional(), outputTokens: z.number().min(0).optional() })
    .optional(),
});

/** What a vendor says of an error, by RFC 9457 (`application/problem+json`). */
export const ProblemSchema = z.object({
  type: z.string().max(2000).optional(),
  title: z.string().max(500),
  status: z.int().min(400).max(599).optional(),
  detail: z.string().max(2000).optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;

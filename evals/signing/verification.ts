import { z } from 'zod';

/** What can be wrong with a signed result. */
export const VerificationProblemSchema = z.enum([
  /** No signature lies beside it, or the one that does is not for this file. */
  'unsigned',
  /** `result.sig.json` cannot be read as a signature. */
  'damagedSignature',
  /** It is not that of its key over what it says: the signature or its fields were altered. */
  'wrongSignature',
  /** It is genuine, but by another key than the one that was named. */
  'otherKey',
  'altered',
  'missing',
  /** A file that was not signed lies among those that were. */
  'additional',
]);
export type VerificationProblem = z.infer<typeof VerificationProblemSchema>;

/** What `maalestok verify --json` prints. */
export const VerificationSchema = z.strictObject({
  schema: z.literal('maalestok.verification.v1'),
  /** No problem was found. */
  genuine: z.boolean(),
  /** The signature that was used; null where none was found. */
  signature: z.string().nullable(),
  /** Who signed, in their own words; null where no signature holds. */
  signedBy: z.string().nullable(),
  publicKey: z.string().nullable(),
  /** SHA-256 of the public key. */
  fingerprint: z.string().nullable(),
  /** Whether a key was named that it must be signed with. Without one, `genuine` says nothing of who signed. */
  keyNamed: z.boolean(),
  /** The files that were looked at. */
  checked: z.array(z.string()),
  problems: z.array(
    z.strictObject({ file: z.string(), problem: VerificationProblemSchema, because: z.string() }),
  ),
});
export type Verification = z.infer<typeof VerificationSchema>;

import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);

/** Who signs, in their own words: one line, nothing that hides or turns what stands beside it. */
export const SignedBySchema = z
  .string()
  .regex(/^(?!\s)[^\p{C}\p{Zl}\p{Zp}]{1,100}(?<!\s)$/u, 'one line of at most 100 characters');

/** A path under `report/` that leads to a file in it on any system. */
const reportFile = z
  .string()
  .max(500)
  .regex(/^(?:(?!\.{1,2}(?:\/|$))[^\p{C}/\\:*?"<>|]+(?:\/(?!$)|$))+$/u);

export const FileHashSchema = z.strictObject({
  file: reportFile,
  /** Of its bytes. */
  sha256: hash,
});
export type FileHash = z.infer<typeof FileHashSchema>;

/**
 * `result.sig.json`: what was signed, by whom, with which key. The signature covers every other field; each text has one
 * form only, so that none of them can change unseen.
 */
export const SignatureSchema = z.strictObject({
  schema: z.literal('maalestok.signature.v1'),
  /** Of the canonical JSON (RFC 8785) of `result.json`. */
  sha256: hash,
  /** The files of `report/` beside `result.json`, sorted by name, each once. */
  report: z
    .array(FileHashSchema)
    .max(1_000_000)
    .refine((files) => files.every(({ file }, at) => at === 0 || files[at - 1]!.file < file)),
  signedBy: SignedBySchema,
  /** An Ed25519 key: SPKI in DER, in Base64. */
  publicKey: z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/u),
  /** 64 bytes in Base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/u),
});
export type Signature = z.infer<typeof SignatureSchema>;

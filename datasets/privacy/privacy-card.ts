import { createHash } from 'node:crypto';
import { z } from 'zod';
import { FindingIdSchema } from './finding.ts';
import { FindingKindSchema } from './finding-kind.ts';

const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/u, '64 lower-case hex digits');

/** Findings that may stay, and who says so. */
export const SignOffSchema = z.strictObject({
  kind: FindingKindSchema,
  /** A role or a function rather than a name: the card travels with the data. */
  by: z.string().trim().min(1).max(200),
  /** Absent where a program signed for copies of what was signed before. */
  date: z.iso.date().optional(),
  why: z.string().trim().min(10, 'a reason of 10 characters or more').max(1000),
  findings: z.array(FindingIdSchema).min(1),
});
export type SignOff = z.infer<typeof SignOffSchema>;

/**
 * That all that is named in a synthetic data set was made up, and who answers for that: instead of a sign-off of each of
 * many thousand findings. It holds for these very files.
 */
export const MadeUpSchema = z.strictObject({
  by: z.string().trim().min(1).max(200),
  /** Absent where a program that made the data says so. */
  date: z.iso.date().optional(),
  why: z.string().trim().min(10, 'a reason of 10 characters or more').max(1000),
});
export type MadeUp = z.infer<typeof MadeUpSchema>;

/** What the anonymisation gate said of a data set, written by `maalestok gate` and `maalestok dataset --write`. */
export const PrivacySchema = z.strictObject({
  /** Version of the gate. */
  gate: z.string().min(1),
  /** A split stands here when no finding in it is open: a hash of its files, of what stands beside the splits, the gate's version and the sign-offs. */
  checkedSha256: z.partialRecord(z.enum(['practice', 'validation', 'test', 'sealed']), Sha256Schema),
  signedOff: z.array(SignOffSchema),
  /** Only with `synthetic: true`. */
  madeUp: MadeUpSchema.optional(),
});
export type Privacy = z.infer<typeof PrivacySchema>;

/**
 * What `checkedSha256` must be for a split: another file, gate or sign-off, or another word for it, gives another hash.
 * @param beside hash of what the gate reads beside the splits
 */
export function checkedHash(
  split: {
    casesSha256: string;
    labelsSha256?: string | undefined;
    annotationsSha256?: string | undefined;
    judgedSha256?: string | undefined;
  },
  beside: string,
  gate: string,
  { signedOff, madeUp }: Pick<Privacy, 'signedOff' | 'madeUp'>,
): string {
  const signed = signedOff.flatMap(({ kind, findings }) => findings.map((id) => `${kind} ${id}`)).sort();
  const parts = [
    gate,
    `beside: ${beside}`,
    split.casesSha256,
    split.labelsSha256 ?? '',
    split.annotationsSha256 ?? '',
    ...signed,
  ];
  if (split.judgedSha256 !== undefined) parts.push(`judged: ${split.judgedSha256}`);
  if (madeUp !== undefined) parts.push(`made up: ${madeUp.by}: ${madeUp.why}`);
  return createHash('sha256').update(parts.join('\n'), 'utf8').digest('hex');
}

import { ArtifactError } from '../../datasets/errors.ts';
import type { Signer } from '../ports.ts';
import { compareText } from '../statistics/compare-text.ts';
import { hashJson } from './hash-json.ts';
import { type FileHash, type Signature, SignatureSchema } from './signature.ts';
import { type Statement, signedMessage } from './signed-message.ts';

/** What of a result and its report is signed: hashes. */
export type ToSign = Pick<Statement, 'sha256' | 'report'>;

/**
 * @param resultJson `result.json` as it is written
 * @param report the other files, in any order
 */
export function hashToSign(resultJson: string, report: readonly FileHash[]): ToSign {
  const hashed = hashJson(new TextEncoder().encode(resultJson));
  if ('wrong' in hashed) throw new ArtifactError(`Cannot sign the result: ${hashed.wrong}`);
  return { sha256: hashed.sha256, report: report.toSorted((a, b) => compareText(a.file, b.file)) };
}

/** What is to be signed with one file more, which was made of the others. */
export function addFile({ sha256, report }: ToSign, made: FileHash): ToSign {
  const others = report.filter(({ file }) => file !== made.file);
  return { sha256, report: [...others, made].sort((a, b) => compareText(a.file, b.file)) };
}

/** Signs a result and the files of its report as {@link hashToSign} has them. The same key gives the same bytes. */
export function signResult(
  resultJson: string,
  report: readonly FileHash[],
  signer: Signer,
): Promise<Signature> {
  return signHashes(hashToSign(resultJson, report), signer);
}

/** Signs what was hashed, where the result itself is not at hand. */
export async function signHashes({ sha256, report }: ToSign, signer: Signer): Promise<Signature> {
  const statement: Statement = {
    schema: 'maalestok.signature.v1',
    sha256,
    report,
    signedBy: signer.signedBy,
    publicKey: Buffer.from(signer.publicKey).toString('base64'),
  };
  const signature = Buffer.from(await signer.sign(signedMessage(statement))).toString('base64');
  return SignatureSchema.parse({ ...statement, signature });
}

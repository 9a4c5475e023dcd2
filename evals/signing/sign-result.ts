import { ArtifactError } from '../../datasets/errors.ts';
import type { Signer } from '../ports.ts';
import { compareText } from '../statistics/compare-text.ts';
import { hashJson } from './hash-json.ts';
import { type FileHash, type Signature, SignatureSchema } from './signature.ts';
import { type Statement, signedMessage } from './signed-message.ts';

/**
 * Signs a result and the files of its report. The same key gives the same bytes.
 * @param resultJson `result.json` as it is written
 * @param report the other files, in any order
 */
export async function signResult(
  resultJson: string,
  report: readonly FileHash[],
  signer: Signer,
): Promise<Signature> {
  const hashed = hashJson(new TextEncoder().encode(resultJson));
  if ('wrong' in hashed) throw new ArtifactError(`Cannot sign the result: ${hashed.wrong}`);
  const statement: Statement = {
    schema: 'maalestok.signature.v1',
    sha256: hashed.sha256,
    report: report.toSorted((a, b) => compareText(a.file, b.file)),
    signedBy: signer.signedBy,
    publicKey: Buffer.from(signer.publicKey).toString('base64'),
  };
  const signature = Buffer.from(await signer.sign(signedMessage(statement))).toString('base64');
  return SignatureSchema.parse({ ...statement, signature });
}

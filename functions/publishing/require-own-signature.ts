import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore, Signer } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import { hashJson } from '../../evals/signing/hash-json.ts';
import { isValidSignature } from '../../evals/signing/is-valid-signature.ts';
import { type Signature, SignatureSchema } from '../../evals/signing/signature.ts';

/**
 * The signature over the result in a folder, after checking that it is the signer's own and that the result is as it was signed.
 * @param store the folder
 * @throws {ArtifactError} where one of both is missing, or it is not so
 */
export async function requireOwnSignature(
  store: BlobStore,
  { publicKey }: Pick<Signer, 'publicKey'>,
): Promise<Signature> {
  const name = store.describe(runKeys.result);
  const fault = (is: string) => new ArtifactError(`Cannot publish "${name}": ${is}`);
  const [bytes, signed] = [await store.read(runKeys.result), await store.read(runKeys.signature)];
  if (bytes === null) throw fault('it is missing');
  if (signed === null) throw fault('it is not signed');
  const signature = parseSignature(signed);
  if (signature === undefined || !isValidSignature(signature)) throw fault('its signature does not hold');
  if (signature.publicKey !== Buffer.from(publicKey).toString('base64'))
    throw fault('it was signed with another key than this installation’s own');
  const hashed = hashJson(bytes);
  if ('wrong' in hashed) throw fault(hashed.wrong);
  if (hashed.sha256 !== signature.sha256) throw fault('it does not say what was signed');
  return signature;
}

function parseSignature(bytes: Uint8Array): Signature | undefined {
  const hashed = hashJson(bytes);
  return 'wrong' in hashed ? undefined : SignatureSchema.safeParse(hashed.value).data;
}

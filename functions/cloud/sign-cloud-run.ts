import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore, Signer } from '../../evals/ports.ts';
import { signHashes, type ToSign } from '../../evals/signing/sign-result.ts';
import { SignatureSchema } from '../../evals/signing/signature.ts';
import { writeSignature } from '../../evals/steps/sign-run.ts';
import { workKeys } from './run-order.ts';

const ToSignSchema = SignatureSchema.pick({ sha256: true, report: true });

/**
 * Signs the hashes that the report left. The same key gives the same bytes, however often.
 * @param store the run's folder
 * @throws {ArtifactError} where they are missing or damaged
 */
export async function signCloudRun(store: BlobStore, signer: Signer): Promise<void> {
  await writeSignature(store, await signHashes(await readToSign(store), signer));
}

async function readToSign(store: BlobStore): Promise<ToSign> {
  const name = store.describe(workKeys.toSign);
  const bytes = await store.read(workKeys.toSign);
  if (bytes === null) throw new ArtifactError(`Cannot sign "${name}": it is missing`);
  try {
    return ToSignSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(`Cannot sign "${name}": it is damaged`, { cause });
  }
}

import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore, Signer } from '../../evals/ports.ts';
import { signHashes, type ToSign } from '../../evals/signing/sign-result.ts';
import { SignatureSchema } from '../../evals/signing/signature.ts';
import { writeSignature } from '../../evals/steps/sign-run.ts';
import { signCheckIn } from '../check-in/sign-check-in.ts';
import { checkInToSign } from './check-in-names.ts';
import { workKeys } from './run-order.ts';

const ToSignSchema = SignatureSchema.pick({ sha256: true, report: true });

/**
 * Signs the hashes that the report left. The same key gives the same bytes, however often.
 * @param store the run's folder
 * @throws {ArtifactError} where they are missing or damaged
 */
export async function signCloudRun(store: BlobStore, signer: Signer): Promise<void> {
  await writeSignature(store, await signHashes(await readToSign(store, workKeys.toSign), signer));
}

/** Signs the hashes that a check-in's report left. @param store the month's folder @throws {ArtifactError} */
export async function signCloudCheckIn(store: BlobStore, signer: Signer): Promise<void> {
  await signCheckIn(store, await readToSign(store, checkInToSign), signer);
}

async function readToSign(store: BlobStore, key: string): Promise<ToSign> {
  const name = store.describe(key);
  const bytes = await store.read(key);
  if (bytes === null) throw new ArtifactError(`Cannot sign "${name}": it is missing`);
  try {
    return ToSignSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(`Cannot sign "${name}": it is damaged`, { cause });
  }
}

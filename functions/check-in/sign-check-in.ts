import type { BlobStore, Signer } from '../../evals/ports.ts';
import { signHashes, type ToSign } from '../../evals/signing/sign-result.ts';
import { checkInFiles } from '../../reports/check-in/check-in-files.ts';

/** Signs what the report of a check-in left to be signed. @param store the month's folder */
export async function signCheckIn(store: BlobStore, toSign: ToSign, signer: Signer): Promise<void> {
  const signature = await signHashes(toSign, signer);
  await store.write(checkInFiles.signature, `${JSON.stringify(signature, null, 2)}\n`);
}

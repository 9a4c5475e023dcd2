import type { Result } from '../artifacts.ts';
import type { BlobStore, Signer } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import { signResult } from '../signing/sign-result.ts';
import type { FileHash, Signature } from '../signing/signature.ts';

/** Where the signature lies: beside the result, and beside its copy in `report/`, which is handed on. */
const places = [runKeys.signature, runKeys.report(runKeys.signature)];

export interface SignRunInput {
  result: Result;
  /** The files of `report/` that were written with it, but for the copy of the result. */
  report: readonly FileHash[];
  signer: Signer;
  store: BlobStore;
}

/** Signs a run's result and report. */
export async function signRun({ result, report, signer, store }: SignRunInput): Promise<void> {
  await writeSignature(store, await signResult(JSON.stringify(result), report, signer));
}

export async function writeSignature(store: BlobStore, signature: Signature): Promise<void> {
  for (const key of places) await store.write(key, `${JSON.stringify(signature, null, 2)}\n`);
}

/** Before anything that was signed changes: a run that is broken off then is unsigned, and does not look forged. */
export async function removeSignatures(store: BlobStore): Promise<void> {
  for (const key of places) await store.remove(key);
}

import { join } from 'node:path';
import type { Result } from '../../../evals/artifacts.ts';
import type { Signer } from '../../../evals/ports.ts';
import type { ModelCounts, Publication } from '../../../evals/publishing/publication.ts';
import { publicationKeys } from '../../../evals/publishing/publication-keys.ts';
import { hashWrites } from '../../../evals/signing/hash-writes.ts';
import { signResult } from '../../../evals/signing/sign-result.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { makeFolder } from '../../adapters/make-folder.ts';
import { besideOf, recoverFolder, swapFolder } from '../../intake/swap-folder.ts';

export interface PublicationFiles {
  publication: Publication;
  result: Result;
  counts: readonly ModelCounts[];
}

/** Writes a publication beside its place, signs it, and lets it take the place of the one before. */
export async function writePublication(
  to: string,
  name: string,
  { publication, result, counts }: PublicationFiles,
  signer: Signer,
): Promise<void> {
  const folder = join(to, name);
  await recoverFolder(folder);
  const beside = besideOf(folder);
  await makeFolder(beside);
  const { store, hashes } = hashWrites(createFileStore(beside));
  await store.write(publicationKeys.publication, toText(publication));
  for (const each of counts)
    await store.write(publicationKeys.counts(each.model.id), `${JSON.stringify(each)}\n`);
  const files = [...hashes].map(([file, sha256]) => ({ file, sha256 }));
  const signature = await signResult(JSON.stringify(result), files, signer);
  await store.write(publicationKeys.result, toText(result));
  await store.write(publicationKeys.signature, toText(signature));
  await swapFolder(folder);
}

function toText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

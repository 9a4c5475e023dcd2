import { createHash } from 'node:crypto';
import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import { publicationKeys } from '../../evals/publishing/publication-keys.ts';
import type { PublishedRun } from '../../evals/publishing/read-publication.ts';
import type { Signature } from '../../evals/signing/signature.ts';

/**
 * All that boards are built of beside the result is as it was signed.
 * @param store the publication's folder
 * @throws {ArtifactError}
 */
export async function requireSignedFiles(
  store: BlobStore,
  { report }: Signature,
  { result }: Pick<PublishedRun, 'result'>,
): Promise<void> {
  const signed = new Map(report.map(({ file, sha256 }) => [file, sha256]));
  const counts = result.models.map(({ model }) => publicationKeys.counts(model.id));
  for (const file of new Set([publicationKeys.publication, ...counts, ...signed.keys()])) {
    const bytes = await store.read(file);
    const found = bytes === null ? undefined : createHash('sha256').update(bytes).digest('hex');
    if (found === undefined || found !== signed.get(file))
      throw new ArtifactError(`Cannot show "${store.describe(file)}": it is not what was signed`);
  }
}

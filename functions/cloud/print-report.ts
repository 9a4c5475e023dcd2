import { createHash } from 'node:crypto';
import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore } from '../../evals/ports.ts';
import type { Printed, ReportKeys } from './report-keys.ts';

/**
 * Prints a report's page, and leaves the hashes of both: whoever signs adds the PDF's.
 * @param store the folder of the run or of the month
 * @param print makes a PDF of a page
 * @throws {ArtifactError} where the page is missing
 */
export async function printReport(
  store: BlobStore,
  { page, pdf, printed }: ReportKeys,
  print: (page: string) => Promise<Uint8Array>,
): Promise<void> {
  const shown = await store.read(page);
  if (shown === null) throw new ArtifactError(`Cannot print "${store.describe(page)}": it is missing`);
  const made = await print(new TextDecoder().decode(shown));
  await store.write(pdf, made);
  const hashes: Printed = { page: sha256(shown), sha256: sha256(made) };
  await store.write(printed, `${JSON.stringify(hashes)}\n`);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

import type { z } from 'zod';
import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore, Signer } from '../../evals/ports.ts';
import { addFile, signHashes, type ToSign } from '../../evals/signing/sign-result.ts';
import { SignatureSchema } from '../../evals/signing/signature.ts';
import { writeSignature } from '../../evals/steps/sign-run.ts';
import { signCheckIn } from '../check-in/sign-check-in.ts';
import { checkInReportKeys, PrintedSchema, type ReportKeys, runReportKeys } from './report-keys.ts';

const ToSignSchema = SignatureSchema.pick({ sha256: true, report: true });

/**
 * Signs the hashes that the report left, and that of the PDF where there is one. The same key gives the same bytes, however often.
 * @param store the run's folder
 * @throws {ArtifactError} where they are missing or damaged, or the PDF is of another page
 */
export async function signCloudRun(store: BlobStore, signer: Signer): Promise<void> {
  await writeSignature(store, await signHashes(await readToSign(store, runReportKeys), signer));
}

/** Signs the hashes that a check-in's report left. @param store the month's folder @throws {ArtifactError} */
export async function signCloudCheckIn(store: BlobStore, signer: Signer): Promise<void> {
  await signCheckIn(store, await readToSign(store, checkInReportKeys), signer);
}

async function readToSign(store: BlobStore, keys: ReportKeys): Promise<ToSign> {
  const { toSign, printed, pageName, pdfName } = keys;
  const hashes = await readJson(store, toSign, ToSignSchema);
  if (hashes === null) throw new ArtifactError(`Cannot sign "${store.describe(toSign)}": it is missing`);
  const pdf = await readJson(store, printed, PrintedSchema);
  if (pdf === null) return hashes;
  // Two executions at once, one of which was stopped too late.
  if (!hashes.report.some(({ file, sha256 }) => file === pageName && sha256 === pdf.page))
    throw new ArtifactError(`Cannot sign "${store.describe(keys.pdf)}": it was printed of another page`);
  return addFile(hashes, { file: pdfName, sha256: pdf.sha256 });
}

async function readJson<T>(store: BlobStore, key: string, schema: z.ZodType<T>): Promise<T | null> {
  const bytes = await store.read(key);
  if (bytes === null) return null;
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new ArtifactError(`Cannot sign "${store.describe(key)}": it is damaged`, { cause });
  }
}

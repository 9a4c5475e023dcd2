import { z } from 'zod';
import { IdSchema } from '../../datasets/case.ts';
import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore, Registry, Signer } from '../../evals/ports.ts';
import { type PublishedRun, readPublication } from '../../evals/publishing/read-publication.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { requireOwnSignature } from '../publishing/require-own-signature.ts';
import { requireSignedFiles } from '../publishing/require-signed-files.ts';

/** Which publication of a run is the one that counts: until this is written, its files are nobody's. */
export const PublicationRecordSchema = z.strictObject({
  schema: z.literal('maalestok.cloud-publication.v1'),
  run: z.string(),
  /** Its folder's parent, ending in "/"; made anew for each that takes another's place. */
  place: z.string(),
  /** Its folder. */
  name: z.string(),
  published: z.iso.date(),
  models: z.array(IdSchema),
});
export type PublicationRecord = z.infer<typeof PublicationRecordSchema>;

const collection = 'publications';

/** Null where nothing of the run is published. */
export async function readPublicationRecord(
  registry: Registry,
  run: string,
): Promise<PublicationRecord | null> {
  const stored = await registry.read(collection, run);
  return stored === null ? null : PublicationRecordSchema.parse(stored.value);
}

/** Writes which publication counts, or that none does. Only who holds the lease of publishing may. */
export async function putPublicationRecord(
  registry: Registry,
  run: string,
  record: PublicationRecord | null,
): Promise<void> {
  const stored = await registry.read(collection, run);
  if (stored === null && record === null) return;
  const done =
    record === null
      ? await registry.remove(collection, run, stored!.version)
      : await registry.write(collection, run, record, stored?.version ?? null);
  if (done === null || done === false)
    throw new ArtifactError(`Cannot record the publication of "${run}": another wrote meanwhile`);
}

/** Every publication that counts, by its run's id. */
export async function listPublicationRecords(registry: Registry): Promise<PublicationRecord[]> {
  const records: PublicationRecord[] = [];
  for (let after: string | undefined; ; ) {
    const page = await registry.list(collection, { after, limit: 500 });
    records.push(...page.map(({ value }) => PublicationRecordSchema.parse(value)));
    if (page.length < 500) return records;
    after = page.at(-1)!.key;
  }
}

/** @throws {ArtifactError} where it is damaged, or anything of it is not as this installation signed it */
export async function readRecorded(
  { place, name }: PublicationRecord,
  { blobs, signer }: { blobs: BlobStore; signer: Pick<Signer, 'publicKey'> },
): Promise<PublishedRun> {
  const store = storeWithin(blobs, `${place}${name}/`);
  const signature = await requireOwnSignature(store, signer);
  const run = await readPublication(storeWithin(blobs, place), name);
  await requireSignedFiles(store, signature, run);
  return run;
}

/** Removes all of a run's publications but the one that counts. */
export async function removeOthers(blobs: BlobStore, run: string, kept: string | null): Promise<void> {
  for (const key of await blobs.list(publicationsOf(run)))
    if (kept === null || !key.startsWith(kept)) await blobs.remove(key);
}

/** Where all publications of a run lie; ends with "/". */
export function publicationsOf(run: string): string {
  return `publications/${run}/`;
}

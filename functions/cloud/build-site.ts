import type { BlobStore, Registry, Signer } from '../../evals/ports.ts';
import { buildBoards } from '../../evals/publishing/build-boards.ts';
import type { PublishedRun } from '../../evals/publishing/read-publication.ts';
import { renderSite } from '../../reports/leaderboard/render-site.ts';
import { storeWithin } from '../adapters/store-within.ts';
import { requireOwnSignature } from '../publishing/require-own-signature.ts';
import { listPublicationRecords, readRecorded } from './publication-records.ts';

export interface SiteContext {
  registry: Registry;
  blobs: BlobStore;
  site: BlobStore;
  signer: Signer;
  /** Where the site lies, ending in "/"; absent: no feed. */
  siteUrl?: string | undefined;
}

/**
 * Builds the leaderboard of all publications. New pages are written over old ones, and then what no page is any more is removed.
 * @returns how many files it has
 * @throws {ArtifactError} where a publication is not as it was signed
 */
export async function buildSite({ registry, blobs, site, signer, siteUrl }: SiteContext): Promise<number> {
  const runs: PublishedRun[] = [];
  for (const record of await listPublicationRecords(registry)) {
    await requireOwnSignature(storeWithin(blobs, `${record.place}${record.name}/`), signer);
    runs.push(await readRecorded(blobs, record));
  }
  const written = new Set<string>();
  for await (const { path, body } of renderSite(buildBoards(runs), siteUrl)) {
    await site.write(path, body);
    written.add(path);
  }
  for (const key of await site.list('')) if (!written.has(key)) await site.remove(key);
  return written.size;
}

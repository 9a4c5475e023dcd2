import { ArtifactError } from '../../datasets/errors.ts';
import type { BlobStore, Clock, Registry, Signer } from '../../evals/ports.ts';
import { buildBoards } from '../../evals/publishing/build-boards.ts';
import type { PublishedRun } from '../../evals/publishing/read-publication.ts';
import { renderSite } from '../../reports/leaderboard/render-site.ts';
import { listPublicationRecords, readRecorded } from './publication-records.ts';
import { readWithdrawals } from './read-consents.ts';
import { createMachineDesk } from './run-job.ts';

export interface SiteContext {
  registry: Registry;
  blobs: BlobStore;
  site: BlobStore;
  clock: Clock;
  signer: Signer;
  /** Where the site lies, ending in "/"; absent: no feed. */
  siteUrl?: string | undefined;
}

export interface BuiltSite {
  /** How many files it has. */
  files: number;
  /** Why publications are not on it. */
  leftOut: ArtifactError[];
}

/**
 * Builds the leaderboard of all publications. New pages are written over old ones, and then what no page is any more is removed.
 * Consents count as they are now: a publication that could not be brought in line shows nobody who took theirs back. One that is
 * not as it was signed, or not comparable with its board, is left out, so that it keeps nobody else on the site or off it.
 */
export async function buildSite(context: SiteContext): Promise<BuiltSite> {
  const { registry, site, siteUrl } = context;
  const leftOut: ArtifactError[] = [];
  const runs: PublishedRun[] = [];
  for (const record of await listPublicationRecords(registry)) {
    try {
      runs.push(await readRecorded(record, context));
    } catch (error) {
      if (!(error instanceof ArtifactError)) throw error;
      leftOut.push(error);
    }
  }
  const models = new Set(runs.flatMap(({ result }) => result.models.map(({ model }) => model.id)));
  const withdrawn = await readWithdrawals(createMachineDesk(registry, context.clock), models);
  const boards = buildBoards(runs, { withdrawn, leaveOut: (because) => void leftOut.push(because) });
  const written = new Set<string>();
  for await (const { path, body } of renderSite(boards, siteUrl)) {
    await site.write(path, body);
    written.add(path);
  }
  for (const key of await site.list('')) if (!written.has(key)) await site.remove(key);
  return { files: written.size, leftOut };
}

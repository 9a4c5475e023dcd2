import { readPublicationRecord } from './publication-records.ts';
import { notWanted, type PublishedOutcome } from './published-outcome.ts';
import type { PublishContext } from './renew-publications.ts';
import { createMachineDesk } from './run-job.ts';

/**
 * Publishes a run, or where none is named brings all publications in line with consents and with what owners want; then builds
 * the site of all that is published. One at a time. A publication that says all that it should is made anew only where its run is
 * named. What cannot be published holds up nothing else: it is told at the end.
 * @returns what came of each run, and how many files the site has; null where there was nothing to do, or another is about to do it
 * @throws what was wrong with a run or a publication, once all others are as they should be
 */
export async function publish(
  run: string | null,
  context: PublishContext,
): Promise<{ runs: PublishedOutcome[]; files: number | null }> {
  if (run !== null && !(await isConcerned(run, context))) return { runs: [nothingAsked(run)], files: null };
  // Loaded here: for most runs it is never come to.
  const { renewPublications } = await import('./renew-publications.ts');
  return renewPublications(run, context);
}

/** Most runs are nobody's but their owner's: the site is not touched for them. */
async function isConcerned(run: string, { registry, clock }: PublishContext): Promise<boolean> {
  const job = await createMachineDesk(registry, clock).find('runs', run);
  return job?.publish === true || (await readPublicationRecord(registry, run)) !== null;
}

function nothingAsked(run: string): PublishedOutcome {
  return { run, published: [], leftOut: [], because: notWanted };
}

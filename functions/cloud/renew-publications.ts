import { ArtifactError } from '../../datasets/errors.ts';
import { appendAudit } from '../api/audit.ts';
import { buildSite, type SiteContext } from './build-site.ts';
import { listPublicationRecords } from './publication-records.ts';
import { type PublishRunContext, publishRun } from './publish-run.ts';
import type { PublishedOutcome } from './published-outcome.ts';
import { createMachineDesk } from './run-job.ts';
import { withLease, withSharedLease } from './with-lease.ts';

export type PublishContext = PublishRunContext & SiteContext;

/** The publication of a run, or where none is named all of them, and the site. As `publish` says. */
export async function renewPublications(
  run: string | null,
  context: PublishContext,
): Promise<{ runs: PublishedOutcome[]; files: number | null }> {
  const renew = async () => {
    const before = new Map(
      (await listPublicationRecords(context.registry)).map((each) => [each.run, each.models]),
    );
    const runs: PublishedOutcome[] = [];
    const wrong: unknown[] = [];
    for (const id of run === null ? await concerned(context, before.keys()) : [run]) {
      try {
        const outcome = await publishRun(id, context, { keepStanding: run === null });
        runs.push(outcome);
        const changed = (before.get(id) ?? []).join('\n') !== outcome.published.join('\n');
        if (changed) await logChange(context, outcome);
      } catch (error) {
        wrong.push(error);
      }
    }
    const { files, leftOut } = await buildSite(context);
    requireNothing([...wrong, ...leftOut]);
    return { runs, files };
  };
  if (run !== null) return withLease(context, 'publish', renew);
  return (await withSharedLease(context, 'publish', renew)) ?? { runs: [], files: null };
}

/** Several are told as one, of which the machine and its alarm know the name. */
function requireNothing(wrong: readonly unknown[]): void {
  if (wrong.length > 1 && wrong.every((each) => each instanceof ArtifactError))
    throw new ArtifactError(wrong.map(({ message }) => message).join('; '));
  if (wrong.length > 0) throw wrong.find((each) => !(each instanceof ArtifactError)) ?? wrong[0];
}

/** Runs that are published, and those whose owners want it. */
async function concerned(context: PublishContext, published: Iterable<string>): Promise<Set<string>> {
  const ids = new Set(published);
  const desk = createMachineDesk(context.registry, context.clock);
  for (let after: string | undefined; ; ) {
    const { items, next } = await desk.list('runs', { after, limit: 200 });
    for (const { id, publish: wanted, state } of items) if (wanted && state === 'done') ids.add(id);
    if (next === null) return ids;
    after = next;
  }
}

async function logChange({ registry, clock }: PublishContext, { run, published }: PublishedOutcome) {
  const at = clock.now();
  const action = published.length === 0 ? 'publication-removed' : 'publication-written';
  await appendAudit(registry, {
    at,
    requestId: `${run}-${action}`,
    phase: 'system',
    party: 'system',
    subject: 'publish',
    action,
    target: run,
    status: null,
  });
}

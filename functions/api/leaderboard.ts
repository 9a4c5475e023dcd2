import type { Clock, Registry } from '../../evals/ports.ts';
import { type LeaderboardEntry, LeaderboardEntrySchema, type SubmissionRecord } from './resources.ts';
import { writeUntilFirst } from './write-until-first.ts';

const collection = 'leaderboard';

/** One place for each model on a board. */
function keyOf({ comparabilityKey, model }: Pick<LeaderboardEntry, 'comparabilityKey' | 'model'>): string {
  return `${comparabilityKey}/${encodeURIComponent(model.id)}`;
}

/** All that is published. */
export async function readLeaderboard(registry: Registry): Promise<LeaderboardEntry[]> {
  const entries: LeaderboardEntry[] = [];
  for (let after: string | undefined; ; ) {
    const page = await registry.list(collection, { after, limit: 500 });
    entries.push(...page.map(({ value }) => LeaderboardEntrySchema.parse(value)));
    if (page.length < 500) return entries;
    after = page.at(-1)!.key;
  }
}

interface Store {
  registry: Registry;
  clock: Clock;
}

/** Puts an entry on its board, in the place of the one that the same model had. */
export async function putEntry({ registry, clock }: Store, entry: LeaderboardEntry): Promise<void> {
  await writeUntilFirst(clock, async () => {
    const stored = await registry.read(collection, keyOf(entry));
    return registry.write(collection, keyOf(entry), entry, stored?.version ?? null);
  });
}

/** Takes a submission off its board. Where a later one of the same model has its place, that one stays. */
export async function removeEntry({ registry, clock }: Store, submission: SubmissionRecord): Promise<void> {
  await writeUntilFirst(clock, async () => {
    const found = await findEntry(registry, submission);
    if (found === null) return true;
    return (await registry.remove(collection, found.key, found.version)) ? true : null;
  });
}

/** Whether a submission is what its board shows of its model. */
export async function isPublished(registry: Registry, submission: SubmissionRecord): Promise<boolean> {
  return (await findEntry(registry, submission)) !== null;
}

async function findEntry(registry: Registry, { id, comparabilityKey, model, dataset }: SubmissionRecord) {
  if (comparabilityKey === null || dataset.split === 'practice') return null;
  const stored = await registry.read(collection, keyOf({ comparabilityKey, model }));
  if (stored === null || LeaderboardEntrySchema.parse(stored.value).submissionId !== id) return null;
  return stored;
}

import type { Registry } from '../../evals/ports.ts';
import { type LeaderboardEntry, LeaderboardEntrySchema, type SubmissionRecord } from './resources.ts';

export const leaderboardCollection = 'leaderboard';

/** One place for each model on a board. */
export function leaderboardKey({ comparabilityKey, model }: SubmissionRecord): string {
  return `${comparabilityKey}/${encodeURIComponent(model.id)}`;
}

/** All that is published. */
export async function readLeaderboard(registry: Registry): Promise<LeaderboardEntry[]> {
  const entries: LeaderboardEntry[] = [];
  for (let after: string | undefined; ; ) {
    const page = await registry.list(leaderboardCollection, { after, limit: 500 });
    entries.push(...page.map(({ value }) => LeaderboardEntrySchema.parse(value)));
    if (page.length < 500) return entries;
    after = page.at(-1)!.key;
  }
}

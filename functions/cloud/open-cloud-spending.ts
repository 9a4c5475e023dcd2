import { Spending } from '../../evals/engine/spending.ts';
import type { BlobStore, Clock } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { RunJob } from '../api/resources.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { addSpent, nothingSpent, type Spent } from '../run/read-spent.ts';
import { openRunBook, sumRunSpent } from './run-book.ts';

/** Where a function works. */
export interface OwnShard {
  modelId: string;
  shard: string;
}

/** Looks at what others have spent are some time apart: each reads all shards that are not closed. */
const lookEveryMs = 15_000;

export interface CloudSpending {
  spending: Spending;
  /** Reads what others have spent since, where the last look is some time ago: no more than what they put away is known of them. */
  refresh(): Promise<void>;
}

/**
 * What a run may still cost, as one of the functions that ask at once sees it: what it spends itself it knows at once, of the others
 * what they have put away. So the limit can be passed by what all functions together spend between two looks.
 */
export async function openCloudSpending(
  { id, maxCostDkk, limitSharedWith }: Pick<RunJob, 'id' | 'limitSharedWith'> & { maxCostDkk: number },
  { modelId, shard }: OwnShard,
  { blobs, clock }: { blobs: BlobStore; clock: Clock },
): Promise<CloudSpending> {
  const own = runKeys.shardCalls(modelId, shard);
  const ofModel = runKeys.shardCalls(modelId, '').replace(/\.jsonl$/u, '');
  const book = openRunBook(openRunStore(id, blobs));
  const others = limitSharedWith.map((run) => openRunBook(openRunStore(run, blobs)));
  const look = async () => {
    const [mine, ...theirs] = await Promise.all([book, ...others].map((each) => each.read()));
    const beside = [...mine!].filter(([key]) => key !== own);
    return {
      mine: mine!,
      besideDkk: sumOf([beside.map(([, spent]) => spent), ...theirs.map((each) => each.values())]),
    };
  };
  const { mine, besideDkk } = await look();
  const asked = [...mine].filter(([key]) => key.startsWith(ofModel)).map(([, spent]) => spent);
  const { dearestDkk } = asked.reduce(addSpent, nothingSpent);
  const known = dearestDkk === null ? [] : [[modelId, dearestDkk] as const];
  const spending = new Spending(maxCostDkk, mine.get(own)?.allDkk ?? 0, new Map(known));
  spending.noteBeside(besideDkk);
  let lookedAt = clock.elapsedMs();
  return {
    spending,
    async refresh() {
      if (clock.elapsedMs() - lookedAt < lookEveryMs) return;
      lookedAt = clock.elapsedMs();
      spending.noteBeside((await look()).besideDkk);
    },
  };
}

/** What all calls of runs have cost by now. */
export async function sumSpent(runs: readonly string[], blobs: BlobStore): Promise<number> {
  const spent = await Promise.all(runs.map((run) => sumRunSpent(openRunStore(run, blobs))));
  return spent.reduce((sum, each) => sum + each, 0);
}

function sumOf(all: readonly Iterable<Spent>[]): number {
  return all.flatMap((each) => [...each]).reduce((sum, { allDkk }) => sum + allDkk, 0);
}

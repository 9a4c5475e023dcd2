import type { BlobStore, Clock } from '../../evals/ports.ts';
import { runKeys } from '../../evals/run-keys.ts';
import type { RunJob } from '../api/resources.ts';
import { openRunStore } from '../cloud-runtime.ts';
import { addSpent, countForLimit, nothingSpent } from '../run/read-spent.ts';
import { openRunBook, sumForLimit, sumRunSpent } from './run-book.ts';
import { SharedSpending } from './shared-spending.ts';

/** Where a function works. */
export interface OwnShard {
  modelId: string;
  shard: string;
  /** Functions that may ask at once in the run. */
  atOnce: number;
}

/**
 * What a run may still cost, as one of the functions that ask at once sees it: what it spends itself it knows at once, of the others
 * what they have put away.
 */
export async function openCloudSpending(
  { id, maxCostDkk, limitSharedWith }: Pick<RunJob, 'id' | 'limitSharedWith'> & { maxCostDkk: number },
  { modelId, shard, atOnce }: OwnShard,
  { blobs, clock }: { blobs: BlobStore; clock: Clock },
): Promise<SharedSpending> {
  const own = runKeys.shardCalls(modelId, shard);
  const ofModel = runKeys.shardCalls(modelId, '').replace(/\.jsonl$/u, '');
  const book = openRunBook(openRunStore(id, blobs));
  const others = limitSharedWith.map((run) => openRunBook(openRunStore(run, blobs)));
  const read = async () => {
    const [mine, ...theirs] = await Promise.all([book, ...others].map((each) => each.read()));
    const besideDkk = theirs.reduce((sum, each) => sum + sumForLimit(each), sumForLimit(mine!, own));
    return { mine: mine!, besideDkk };
  };
  const { mine, besideDkk } = await read();
  const asked = [...mine].filter(([key]) => key.startsWith(ofModel)).map(([, spent]) => spent);
  const { dearestDkk } = asked.reduce(addSpent, nothingSpent);
  return new SharedSpending({
    ...{ maxCostDkk, besideDkk, clock },
    spentDkk: countForLimit(mine.get(own) ?? nothingSpent, dearestDkk),
    dearest: new Map(dearestDkk === null ? [] : [[modelId, dearestDkk]]),
    // Each of the others may ask as much.
    atOnce: atOnce * (1 + limitSharedWith.length),
    look: async () => (await read()).besideDkk,
  });
}

/** What all calls of runs count for a limit by now. */
export async function sumSpent(runs: readonly string[], blobs: BlobStore): Promise<number> {
  const spent = await Promise.all(runs.map((run) => sumRunSpent(openRunStore(run, blobs))));
  return spent.reduce((sum, each) => sum + each, 0);
}

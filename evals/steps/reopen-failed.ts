import { parseLine } from '../../datasets/parse-line.ts';
import { runKeys } from '../run-keys.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';
import { readScreenings } from './read-screenings.ts';
import type { ShardPlace } from './shard-answers.ts';

/**
 * Opens a shard again in which questions failed or timed out: all other answers go back to the journal. At no moment is
 * an answer in neither place.
 */
export async function reopenFailed({ modelId, shard, store, journal }: ShardPlace): Promise<void> {
  const [key, journalKey] = [runKeys.screenings(modelId, shard), runKeys.journal(modelId, shard)];
  const closed = await readScreenings(store, key);
  const lines = closed === null ? await journal.lines(journalKey) : [];
  const answers = closed ?? lines.map((line) => parseLine(line, ScreeningSchema, { file: journalKey }));
  if (!answers.some(hasFailed)) return;
  const kept = answers
    .filter((screening) => !hasFailed(screening))
    .map((screening) => JSON.stringify(screening));
  // Whole or not at all: a journal that is half written again would have lost answers.
  await store.write(journalKey, kept.map((line) => `${line}\n`).join(''));
  await store.remove(key);
}

/** A refusal is a reply: asked again until it answers, a model would gain by refusing. */
function hasFailed({ status, error }: Screening): boolean {
  return (status === 'failed' && error?.kind !== 'refused') || status === 'timedOut';
}

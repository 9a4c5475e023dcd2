import type { Case } from '../../datasets/case.ts';
import { ArtifactError } from '../../datasets/errors.ts';
import { parseLine } from '../../datasets/parse-line.ts';
import type { Protocol } from '../artifacts.ts';
import type { BlobStore, Clock, Journal, Model } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';
import { askModel } from './ask-model.ts';

export interface ScreenShardInput {
  model: Model;
  shard: string;
  cases: readonly Case[];
  protocol: Protocol;
  /** The run's folder. */
  store: BlobStore;
  journal: Journal;
  clock: Clock;
  /** Told after each answer that is safe, new or found. */
  onAnswer?: (screening: Screening) => void;
}

/**
 * Asks one model about the cases of one shard. Every answer is journalled as it comes; what the journal
 * holds is not asked again. A closed shard is one file, sorted by case and repeat, and is never redone.
 */
export async function screenShard(input: ScreenShardInput): Promise<void> {
  const { model, shard, cases, protocol, store, journal, clock, onAnswer } = input;
  const key = runKeys.screenings(model.id, shard);
  const journalKey = runKeys.journal(model.id, shard);
  const closed = await readScreenings(store, key);
  if (closed !== null) {
    for (const screening of closed) onAnswer?.(screening);
    await journal.remove(journalKey);
    return;
  }
  const answers = new Map<string, Screening>();
  for (const line of await journal.lines(journalKey)) {
    const screening = parseLine(line, ScreeningSchema, { file: journalKey });
    answers.set(answerKey(screening.caseId, screening.repeat), screening);
    onAnswer?.(screening);
  }
  for (const caseShown of cases) {
    for (let repeat = 0; repeat < protocol.repeats; repeat += 1) {
      if (answers.has(answerKey(caseShown.caseId, repeat))) continue;
      const { screening, call } = await askModel(model, caseShown, repeat, protocol, clock);
      await journal.append(journalKey, JSON.stringify(screening));
      await journal.append(runKeys.calls(model.id), JSON.stringify(call));
      answers.set(answerKey(screening.caseId, screening.repeat), screening);
      onAnswer?.(screening);
    }
  }
  const sorted = [...answers.values()].sort(byCaseAndRepeat);
  await store.write(key, `${sorted.map((screening) => JSON.stringify(screening)).join('\n')}\n`);
  await journal.remove(journalKey);
}

/**
 * The screenings of a closed shard; null where it is not closed.
 * @throws {ArtifactError} where the file is damaged
 */
export async function readScreenings(store: BlobStore, key: string): Promise<Screening[] | null> {
  const lines = await store.readLines(key);
  if (lines === null) return null;
  const screenings: Screening[] = [];
  try {
    for await (const line of lines)
      screenings.push(parseLine(line, ScreeningSchema, { file: store.describe(key) }));
  } catch (cause) {
    throw new ArtifactError(`Cannot read screenings "${store.describe(key)}": the file is damaged`, {
      cause,
    });
  }
  return screenings;
}

function answerKey(caseId: string, repeat: number): string {
  return `${repeat} ${caseId}`;
}

function byCaseAndRepeat(a: Screening, b: Screening): number {
  if (a.caseId !== b.caseId) return a.caseId < b.caseId ? -1 : 1;
  return a.repeat - b.repeat;
}

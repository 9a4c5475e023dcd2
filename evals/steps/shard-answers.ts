import { parseLine } from '../../datasets/parse-line.ts';
import type { BlobStore, Journal } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import { type Screening, ScreeningSchema } from '../screening/screening.ts';
import type { Asked } from './ask-model.ts';
import { readScreenings } from './read-screenings.ts';

export interface ShardPlace {
  modelId: string;
  shard: string;
  /** The run's folder. */
  store: BlobStore;
  journal: Journal;
}

/** An answer as it is written. */
interface Answer {
  caseId: string;
  repeat: number;
  line: string;
}

/** The answers of one model to one shard: those that are safe already, and those that come. */
export class ShardAnswers {
  readonly #place: ShardPlace;
  readonly #answers: Map<string, Answer>;
  /** How many answers make the shard whole. */
  readonly #planned: number;

  private constructor(place: ShardPlace, answers: Map<string, Answer>, planned: number) {
    this.#place = place;
    this.#answers = answers;
    this.#planned = planned;
  }

  /**
   * Opens a shard with what its journal holds. Null where the shard is closed: it is never redone.
   * @param onAnswer told of each answer that is there already
   */
  static async open(
    place: ShardPlace,
    planned: number,
    onAnswer?: (screening: Screening) => void,
  ): Promise<ShardAnswers | null> {
    const { modelId, shard, store, journal } = place;
    const journalKey = runKeys.journal(modelId, shard);
    const closed = await readScreenings(store, runKeys.screenings(modelId, shard));
    if (closed !== null) {
      for (const screening of closed) onAnswer?.(screening);
      await journal.remove(journalKey);
      return null;
    }
    const answers = new Map<string, Answer>();
    for (const line of await journal.lines(journalKey)) {
      const screening = parseLine(line, ScreeningSchema, { file: journalKey });
      answers.set(answerKey(screening.caseId, screening.repeat), answerOf(screening));
      onAnswer?.(screening);
    }
    return new ShardAnswers(place, answers, planned);
  }

  has(caseId: string, repeat: number): boolean {
    return this.#answers.has(answerKey(caseId, repeat));
  }

  /**
   * Takes in an answer; once it resolves, no crash loses it. The call is written first: a crash between the two asks
   * again, and both calls, which were both made, are on record.
   * @returns whether this answer made the shard whole
   */
  async add({ screening, call }: Asked): Promise<boolean> {
    const { modelId, shard, journal } = this.#place;
    await journal.append(runKeys.calls(modelId), JSON.stringify(call));
    const answer = answerOf(screening);
    await journal.append(runKeys.journal(modelId, shard), answer.line);
    this.#answers.set(answerKey(screening.caseId, screening.repeat), answer);
    return this.whole;
  }

  /** All of its answers are there. */
  get whole(): boolean {
    return this.#answers.size === this.#planned;
  }

  /** Writes the file of a whole shard, sorted by case and repeat. */
  async close(): Promise<void> {
    const { modelId, shard, store, journal } = this.#place;
    const sorted = [...this.#answers.values()].sort(byCaseAndRepeat);
    const lines = sorted.map(({ line }) => `${line}\n`);
    await store.write(runKeys.screenings(modelId, shard), lines.join(''));
    await journal.remove(runKeys.journal(modelId, shard));
  }
}

function answerOf(screening: Screening): Answer {
  return { caseId: screening.caseId, repeat: screening.repeat, line: JSON.stringify(screening) };
}

function answerKey(caseId: string, repeat: number): string {
  return `${repeat} ${caseId}`;
}

function byCaseAndRepeat(a: Answer, b: Answer): number {
  if (a.caseId !== b.caseId) return a.caseId < b.caseId ? -1 : 1;
  return a.repeat - b.repeat;
}

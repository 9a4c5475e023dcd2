import { z } from 'zod';
import type { Clock } from '../ports.ts';

/** How far a question has come that was begun and has not ended. */
export const BegunSchema = z.strictObject({
  caseId: z.string(),
  repeat: z.int(),
  /** That ended, and of those the ones beyond the first that the protocol counts. */
  attempts: z.int().min(0),
  retries: z.int().min(0),
  /** Of the time that the case has. */
  spentMs: z.number().min(0),
  startedAt: z.iso.datetime(),
});
export type Begun = z.infer<typeof BegunSchema>;

interface Kept extends Begun {
  /** Since when it waits for its next attempt; absent while one is made. */
  waitsFrom?: number | undefined;
}

/**
 * Questions that were begun and have not ended, so that another process goes on with what is left of their time and retries,
 * instead of beginning again for ever. An attempt that is cut off was not the model's doing and counts for nothing; waits do.
 */
export class UnderWay {
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();

  constructor(clock: Clock, before: readonly Begun[] = []) {
    this.#clock = clock;
    for (const each of before) this.#kept.set(keyOf(each), each);
  }

  find(question: Pick<Begun, 'caseId' | 'repeat'>): Begun | undefined {
    return this.#kept.get(keyOf(question));
  }

  /** An attempt has ended, and another is to follow. */
  waits(begun: Begun): void {
    this.#kept.set(keyOf(begun), { ...begun, waitsFrom: this.#clock.elapsedMs() });
  }

  /** An attempt begins. */
  asks(question: Pick<Begun, 'caseId' | 'repeat'>): void {
    const kept = this.#kept.get(keyOf(question));
    if (kept !== undefined) this.#kept.set(keyOf(question), this.#untilNow(kept));
  }

  ended(question: Pick<Begun, 'caseId' | 'repeat'>): void {
    this.#kept.delete(keyOf(question));
  }

  /** As they stand now. */
  left(): Begun[] {
    return [...this.#kept.values()].map((each) => this.#untilNow(each));
  }

  #untilNow({ waitsFrom, ...begun }: Kept): Begun {
    const waited = waitsFrom === undefined ? 0 : this.#clock.elapsedMs() - waitsFrom;
    return { ...begun, spentMs: begun.spentMs + waited };
  }
}

function keyOf({ caseId, repeat }: Pick<Begun, 'caseId' | 'repeat'>): string {
  return `${repeat} ${caseId}`;
}

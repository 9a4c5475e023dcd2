import pLimit, { type LimitFunction } from 'p-limit';
import type { Clock } from '../ports.ts';
import { AdaptiveLimit } from './adaptive-limit.ts';
import { Circuit } from './circuit.ts';
import { RetryBudget } from './retry-budget.ts';

/** What an attempt tells of the service. `congested`: busy, or no answer in time. `failed`: asking again may help. `unmade`:
 * there was no attempt after all. */
export type Sign = 'answered' | 'congested' | 'failed' | 'unmade';

export interface LaneOptions {
  clock: Clock;
  /** Attempts in flight at most, and at the start. Absent: 4 at the start, 32 at most. */
  concurrency?: number | undefined;
  /** No answer for so long, and the service is given up. */
  giveUpAfterMs: number;
  /** Told each time that the service is taken to be down. */
  onDown?: () => void;
  /** Failures in a row with which another process left the service. */
  before?: number | undefined;
}

/** Why a service is asked no more: it did not answer, or too slowly for the time that there is. */
export type GivenUp = 'silent' | 'slow';

export interface Attempted<T> {
  reply: T;
  /** Made to see whether the service is back: its failure is the service's, not the question's. */
  probe: boolean;
}

/** Attempts in flight at the start, and at most, as the suite says or where it does not. */
export function concurrencyOf(told: number | undefined): { start: number; max: number } {
  return told === undefined ? { start: 4, max: 32 } : { start: told, max: told };
}

/**
 * The way to one model. Questions are admitted as others are done, each model on a lane of its own, so that a slow one
 * holds up no other; attempts at them are limited by what the service bears.
 */
export class Lane {
  readonly #questions: LimitFunction;
  readonly #attempts: LimitFunction;
  readonly #underWay = new Set<Promise<void>>();
  readonly #limit: AdaptiveLimit;
  readonly #circuit: Circuit;
  readonly #budget = new RetryBudget();
  readonly #longestPauseMs: number;
  #givenUp: GivenUp = 'silent';
  #error: { cause: unknown } | undefined;

  constructor({ clock, concurrency, giveUpAfterMs, onDown, before }: LaneOptions) {
    const { start, max } = concurrencyOf(concurrency);
    this.#longestPauseMs = giveUpAfterMs;
    this.#limit = new AdaptiveLimit(start, max);
    this.#questions = pLimit(max);
    this.#attempts = pLimit(this.#limit.value);
    this.#circuit = new Circuit(clock, giveUpAfterMs, onDown, before);
  }

  /** Attempts in flight at most, now. */
  get limit(): number {
    return this.#limit.value;
  }

  /** Failures in a row with which the service is left; 0 after an answer. */
  get failures(): number {
    return this.#circuit.failures;
  }

  /** The service stayed down and is asked no more. */
  get ended(): boolean {
    return this.#circuit.ended;
  }

  /** Of one that `ended`. */
  get givenUp(): GivenUp {
    return this.#givenUp;
  }

  /**
   * Resolves once the question is under way: whoever feeds the lane never runs ahead of it.
   * @throws what an earlier question threw; nothing is admitted from then on
   */
  async admit(question: () => Promise<void>): Promise<void> {
    await new Promise<void>((started) => {
      const done = this.#questions(async () => {
        started();
        if (this.#error === undefined) await question();
      })
        .catch((cause: unknown) => this.stop(cause))
        .finally(() => this.#underWay.delete(done));
      this.#underWay.add(done);
    });
    this.#budget.earn();
    if (this.#error !== undefined) throw this.#error.cause;
  }

  /** Makes no attempt any more: what is asked fails. */
  giveUp(why: GivenUp): void {
    this.#givenUp = why;
    this.#circuit.giveUp();
  }

  /** Admits no more; what is under way is finished. The first cause counts. */
  stop(cause: unknown): void {
    this.#error ??= { cause };
  }

  /** Resolves when all questions are done. @throws what one of them threw */
  async settle(): Promise<void> {
    await Promise.all(this.#underWay);
    if (this.#error !== undefined) throw this.#error.cause;
  }

  /**
   * Makes one attempt when there is room.
   * @returns null where the service has been given up: no attempt was made
   */
  attempt<T>(ask: () => Promise<T>, signOf: (reply: T) => Sign): Promise<Attempted<T> | null> {
    return this.#attempts(() => this.#attempt(ask, signOf));
  }

  /** Takes a retry off the budget; false where there is none. */
  mayRetry(): boolean {
    return !this.ended && this.#budget.spend();
  }

  /** The service asked for a pause; none is longer than the time after which it would be given up. */
  pause(ms: number): void {
    this.#circuit.pause(Math.min(ms, this.#longestPauseMs));
  }

  async #attempt<T>(ask: () => Promise<T>, signOf: (reply: T) => Sign): Promise<Attempted<T> | null> {
    const admission = await this.#circuit.enter();
    if (admission === 'ended') return null;
    const begun = this.#limit.begin();
    let sign: Sign = 'failed';
    try {
      const reply = await ask();
      sign = signOf(reply);
      return { reply, probe: admission === 'probe' };
    } finally {
      if (sign === 'answered') {
        this.#limit.answered(this.#attempts.activeCount);
        this.#circuit.answered(admission);
      } else if (sign === 'unmade') {
        this.#circuit.released(admission);
      } else {
        if (sign === 'congested') this.#limit.congested(begun);
        this.#circuit.failed(admission);
      }
      if (this.#attempts.concurrency !== this.#limit.value) this.#attempts.concurrency = this.#limit.value;
    }
  }
}

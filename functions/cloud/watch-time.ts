import { ModelThrottledError } from '../../datasets/errors.ts';
import type { Model } from '../../evals/ports.ts';
import { RunCancelledError } from './run-job.ts';

/** The function's time ran out, though the model answered. Whoever runs it again goes on. */
export class ShardUnfinishedError extends Error {
  override readonly name = 'ShardUnfinishedError';
}

export interface WatchOptions {
  remainingMs: () => number;
  /**
   * Asked now and then, each by itself: one that hangs holds up no other. Throws `RunCancelledError` where the work is to be
   * given up.
   */
  checks: readonly (() => Promise<unknown>)[];
  checkEveryMs: number;
  /** What is worked on, for messages. */
  name: string;
}

/** Kept back to put away what was answered. */
export const keptBackMs = 20_000;
const leastMs = 1_000;

export interface Watch {
  /** The model, watched for whether it is busy and nothing else, which the end is named by. */
  model: Model;
  /** Rejects when the time runs out or the check says so; otherwise it stays pending. */
  ended: Promise<never>;
  /** Whether a question was answered. */
  answered(): boolean;
  /** Ends calls in flight, and lets none begin: the process may be woken again, for another shard. */
  stop(): void;
}

/** Looks that may fail in a row: a registry that is busy for a moment must not cost calls that are paid for. */
const mostMissed = 3;

/** One look after the other. @param giveUp told that the run was cancelled, or why it cannot be seen whether it was */
function lookOver(check: () => Promise<unknown>, giveUp: (cause: unknown) => void): () => void {
  let looking = false;
  let missed = 0;
  const look = async () => {
    try {
      await check();
      missed = 0;
    } catch (cause) {
      missed += 1;
      if (cause instanceof RunCancelledError || missed > mostMissed) giveUp(cause);
    }
    looking = false;
  };
  return () => {
    if (looking) return;
    looking = true;
    void look();
  };
}

/** Watches over the time that is left while a model is asked. */
export function watchTime(model: Model, { remainingMs, checks, checkEveryMs, name }: WatchOptions): Watch {
  let busy = false;
  let answered = false;
  const over = new AbortController();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  ended.catch(() => undefined);
  const timer = setTimeout(
    () => {
      const message = `The time ran out while ${name} was asked`;
      reject(busy && !answered ? new ModelThrottledError(message) : new ShardUnfinishedError(message));
    },
    Math.max(leastMs, remainingMs() - keptBackMs),
  );
  const looks = checks.map((check) => setInterval(lookOver(check, reject), checkEveryMs));
  return {
    ended,
    answered: () => answered,
    stop() {
      clearTimeout(timer);
      looks.forEach(clearInterval);
      over.abort();
    },
    model: {
      ...model,
      async screen(caseShown, options) {
        over.signal.throwIfAborted();
        const signal = AbortSignal.any([options.signal, over.signal]);
        try {
          const answer = await model.screen(caseShown, { ...options, signal });
          answered = true;
          return answer;
        } catch (error) {
          busy = error instanceof ModelThrottledError;
          throw error;
        }
      },
    },
  };
}

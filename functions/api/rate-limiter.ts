import type { Clock } from '../../evals/ports.ts';
import {
  fillBucket,
  holdsOne,
  type RateLimit,
  refuseRate,
  type TokenBucket,
  untilOneMs,
} from './token-bucket.ts';

export interface RateLimiter {
  /** @throws {ApiProblem} `rate-limit`, saying when to come again */
  take(name: string, limit: RateLimit): Promise<void>;
}

/** Whoever asked least recently is forgotten beyond so many. */
const mostRemembered = 10_000;

/** A token bucket for each name, in this process alone: where several answer, each has its own. */
export function createRateLimiter(clock: Clock): RateLimiter {
  const buckets = new Map<string, TokenBucket>();
  return {
    async take(name, limit) {
      const nowMs = clock.elapsedMs();
      const found = fillBucket(buckets.get(name) ?? null, limit, nowMs);
      const taken = holdsOne(found) ? 1 : 0;
      buckets.delete(name);
      buckets.set(name, { ...found, left: found.left - taken });
      const [oldest] = buckets.keys();
      if (buckets.size > mostRemembered && oldest !== undefined) buckets.delete(oldest);
      if (taken === 0) refuseRate(limit, untilOneMs(found, limit, nowMs));
    },
  };
}

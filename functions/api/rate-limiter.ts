import type { Clock } from '../../evals/ports.ts';
import { ApiProblem } from './problem.ts';

export interface RateLimit {
  /** Requests that may come at once. */
  burst: number;
  perMinute: number;
}

/** Whoever asked least recently is forgotten beyond so many. */
const mostRemembered = 10_000;

/**
 * A token bucket for each name, in this process: on one machine all there is; behind several, each has its own, and the
 * gateway throttles before.
 */
export function createRateLimiter(clock: Clock) {
  const buckets = new Map<string, { left: number; atMs: number }>();
  return {
    /** @throws {ApiProblem} `rate-limit`, saying when to come again */
    take(name: string, { burst, perMinute }: RateLimit): void {
      const nowMs = clock.elapsedMs();
      const { left, atMs } = buckets.get(name) ?? { left: burst, atMs: nowMs };
      const now = Math.min(burst, left + ((nowMs - atMs) * perMinute) / 60_000);
      buckets.delete(name);
      buckets.set(name, { left: now < 1 ? now : now - 1, atMs: nowMs });
      const [oldest] = buckets.keys();
      if (buckets.size > mostRemembered && oldest !== undefined) buckets.delete(oldest);
      if (now >= 1) return;
      const seconds = Math.max(1, Math.ceil(((1 - now) * 60) / perMinute));
      throw new ApiProblem('rate-limit', `At most ${perMinute} requests a minute are answered.`, {
        headers: { 'retry-after': String(seconds) },
      });
    },
  };
}
export type RateLimiter = ReturnType<typeof createRateLimiter>;

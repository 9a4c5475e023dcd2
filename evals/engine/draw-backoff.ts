import { createRandom } from '../statistics/random.ts';

const firstMs = 500;
const longestMs = 30_000;

/**
 * Milliseconds to wait before attempt `attempt + 1`: uniform in [0, 500 · 2^(attempt − 1)), the bound at most half a
 * minute (full jitter). Drawn from the question's id, so the same question waits the same.
 * @source Brooker, M. (2015), Exponential Backoff and Jitter, AWS Architecture Blog
 */
export function drawBackoffMs(requestId: string, attempt: number): number {
  const bound = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return createRandom(`backoff ${requestId} ${attempt}`).float() * bound;
}

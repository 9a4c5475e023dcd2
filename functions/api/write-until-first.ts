import type { Clock } from '../../evals/ports.ts';
import { ApiProblem } from './problem.ts';

const mostAttempts = 200;
const longestPauseMs = 100;

/**
 * Tries a conditional write until it is first, with a pause drawn by lot after each that came too late.
 * @param attempt reads, decides and writes; null where another writer was first
 * @throws {ApiProblem} `unavailable`, where so many write to one record that none of our attempts was first
 */
export async function writeUntilFirst<T>(clock: Clock, attempt: () => Promise<T | null>): Promise<T> {
  for (let at = 0; at < mostAttempts; at += 1) {
    const done = await attempt();
    if (done !== null) return done;
    await clock.sleep(Math.random() * Math.min(longestPauseMs, 2 * (at + 1)));
  }
  throw new ApiProblem('unavailable', 'Too many write to this at once: try again.', {
    headers: { 'retry-after': '2' },
  });
}

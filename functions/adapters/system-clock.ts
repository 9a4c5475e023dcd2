import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../../evals/ports.ts';

export function createSystemClock(): Clock {
  return {
    now: () => new Date().toISOString(),
    elapsedMs: () => performance.now(),
    sleep: (ms, signal) => setTimeout(ms, undefined, signal === undefined ? {} : { signal }),
  };
}

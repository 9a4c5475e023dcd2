import type { Clock } from '../../evals/ports.ts';

export interface VirtualClock extends Clock {
  /** Lets time go on until nobody sleeps, or until so many milliseconds are over. */
  run(untilMs?: number): Promise<void>;
}

/** A clock that stands still but for `run`, which wakes sleepers in the order of their times. */
export function createVirtualClock(): VirtualClock {
  let nowMs = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    now: () => new Date(Date.UTC(2026, 0, 1) + nowMs).toISOString(),
    elapsedMs: () => nowMs,
    sleep: (ms) =>
      new Promise((wake) => {
        sleepers.push({ at: nowMs + ms, wake });
        sleepers.sort((a, b) => a.at - b.at);
      }),
    async run(untilMs = Number.POSITIVE_INFINITY) {
      for (;;) {
        // Whatever the last sleeper set going has to come to rest first.
        await new Promise((resolve) => setImmediate(resolve));
        const next = sleepers[0];
        if (next === undefined || next.at > untilMs) break;
        sleepers.shift();
        nowMs = Math.max(nowMs, next.at);
        next.wake();
      }
      if (Number.isFinite(untilMs)) nowMs = Math.max(nowMs, untilMs);
    },
  };
}

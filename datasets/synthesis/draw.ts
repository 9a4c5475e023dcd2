import type { Random } from '../../evals/statistics/random.ts';

/** One of the items, each as likely. */
export function pick<T>(random: Random, items: readonly T[]): T {
  return items[random.below(items.length)]!;
}

/** True with the given probability. */
export function chance(random: Random, probability: number): boolean {
  return random.float() < probability;
}

/** A multiple of `step` from `from` to `to`, each as likely. */
export function between(random: Random, from: number, to: number, step: number): number {
  const steps = Math.round((to - from) / step);
  return round(from + random.below(steps + 1) * step, 4);
}

/** Rounds to so many decimals; removes what binary fractions add. */
export function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round((value + Number.EPSILON * Math.sign(value)) * factor) / factor;
}

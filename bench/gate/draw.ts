import { createRandom, type Random } from '../../evals/statistics/random.ts';

/** Draws of one corpus: a seed decides them all. */
export interface Draw {
  pick<T>(list: readonly T[]): T;
  /** A whole number in [low, high]. */
  number(low: number, high: number): number;
  digits(count: number): string;
  letters(count: number): string;
  chance(share: number): boolean;
  random: Random;
}

export function createDraw(seed: string): Draw {
  const random = createRandom(seed);
  const number = (low: number, high: number) => low + random.below(high - low + 1);
  const repeat = (count: number, next: () => string) => Array.from({ length: count }, next).join('');
  return {
    random,
    number,
    pick: (list) => list[random.below(list.length)]!,
    digits: (count) => repeat(count, () => String(random.below(10))),
    letters: (count) => repeat(count, () => 'ABCDEHJKLMNPRSTVXYZ'.charAt(random.below(19))),
    chance: (share) => random.float() < share,
  };
}

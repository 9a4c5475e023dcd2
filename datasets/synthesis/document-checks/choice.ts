import { createRandom } from '../../../evals/statistics/random.ts';

/**
 * Choices by name: the same name gives the same choice within a family, in whatever order they are made. So a document
 * and its twin are worded alike, but for what differs.
 */
export interface Choice {
  of<T>(name: string, options: readonly T[]): T;
  /** From `low` to `high` in steps, in the unit of both. */
  number(name: string, low: number, high: number, step: number): number;
}

/** @param seed text that alone decides */
export function createChoice(seed: string): Choice {
  const below = (name: string, bound: number) => createRandom(`${seed}/${name}`).below(bound);
  return {
    of: (name, options) => options[below(name, options.length)]!,
    number(name, low, high, step) {
      const count = Math.floor((high - low) / step + 1e-9) + 1;
      return Math.round((low + below(name, count) * step) * 1000) / 1000;
    },
  };
}

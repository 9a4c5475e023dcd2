import { createRandom, type Random } from '../../../evals/statistics/random.ts';
import { pick } from '../draw.ts';
import { area, day, metres, number, percent, type Style } from '../style.ts';

/** Writes values in an office's own way, and chooses among ways to say a thing. */
export interface Writer {
  random: Random;
  style: Style;
  m(value: number, decimals?: number): string;
  a(value: number): string;
  p(value: number): string;
  n(value: number, decimals?: number): string;
  d(iso: string): string;
  /** One of the ways. */
  one(...ways: string[]): string;
  /** A writer whose choices do not depend on what was written before. */
  fork(key: string): Writer;
}

export function createWriter(style: Style, seed: string): Writer {
  const random = createRandom(seed);
  return {
    random,
    style,
    m: (value, decimals = 2) => metres(value, style, decimals),
    a: (value) => area(value, style),
    p: (value) => percent(value, style),
    n: (value, decimals = 0) => number(value, decimals, style),
    d: (iso) => day(iso, style),
    one: (...ways) => pick(random, ways),
    fork: (key) => createWriter(style, `${seed} ${key}`),
  };
}

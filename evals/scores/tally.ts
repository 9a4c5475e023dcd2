import { RatioMoments } from '../statistics/ratio-moments.ts';

/** Successes and items under keys, for one case or one family. */
export type Counts = Map<string, { successes: number; items: number }>;

/** Adds to a key; nothing is kept of an empty addition. */
export function addCount(counts: Counts, key: string, successes: number, items: number): void {
  if (items === 0 && successes === 0) return;
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { successes, items });
  else {
    known.successes += successes;
    known.items += items;
  }
}

/** Adds the counts that make precision, recall and F1 of true and false positives and false negatives. */
export function addRates(counts: Counts, key: string, tp: number, fp: number, fn: number): void {
  addCount(counts, `${key}.precision`, tp, tp + fp);
  addCount(counts, `${key}.recall`, tp, tp + fn);
  addCount(counts, `${key}.jaccard`, tp, tp + fp + fn);
}

/** The moments of every key over families, in memory that does not grow with their number. */
export class Tally {
  readonly #moments = new Map<string, RatioMoments>();

  add(counts: Counts): void {
    for (const [key, { successes, items }] of counts) {
      let moments = this.#moments.get(key);
      if (moments === undefined) {
        moments = new RatioMoments();
        this.#moments.set(key, moments);
      }
      moments.add(successes, items);
    }
  }

  /** Of means over so many repeats. Empty where nothing was counted. */
  moments(key: string, repeats: number): RatioMoments {
    return (this.#moments.get(key) ?? new RatioMoments()).dividedBy(repeats);
  }

  /** The distinct middle parts of keys `<prefix>:<id>.…`, sorted. */
  idsUnder(prefix: string): string[] {
    const ids = new Set<string>();
    for (const key of this.#moments.keys()) {
      if (key.startsWith(`${prefix}:`)) ids.add(key.slice(prefix.length + 1, key.lastIndexOf('.')));
    }
    return [...ids].sort();
  }
}

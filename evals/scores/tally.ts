import { RatioMoments } from '../statistics/ratio-moments.ts';

/**
 * Successes and items under keys, for one case or one family. Meant to be emptied and filled again: a key
 * that was used before costs no more memory.
 */
export class Counts {
  readonly #slots = new Map<string, number>();
  readonly #keys: string[] = [];
  readonly #successes: number[] = [];
  readonly #items: number[] = [];
  /** Slots that were added to since the last clear, in that order. */
  readonly #used: number[] = [];

  add(key: string, successes: number, items: number): void {
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.#keys.length;
      this.#slots.set(key, slot);
      this.#keys.push(key);
      this.#successes.push(0);
      this.#items.push(0);
    }
    if (this.#items[slot] === 0 && this.#successes[slot] === 0) this.#used.push(slot);
    this.#successes[slot]! += successes;
    this.#items[slot]! += items;
  }

  /** Zeros where nothing was counted. */
  get(key: string): { successes: number; items: number } {
    const slot = this.#slots.get(key);
    return slot === undefined
      ? { successes: 0, items: 0 }
      : { successes: this.#successes[slot]!, items: this.#items[slot]! };
  }

  each(visit: (key: string, successes: number, items: number) => void): void {
    for (const slot of this.#used) visit(this.#keys[slot]!, this.#successes[slot]!, this.#items[slot]!);
  }

  /** A copy, by key. */
  toMap(): Map<string, { successes: number; items: number }> {
    const map = new Map<string, { successes: number; items: number }>();
    this.each((key, successes, items) => map.set(key, { successes, items }));
    return map;
  }

  merge(other: Counts): void {
    other.each((key, successes, items) => this.add(key, successes, items));
  }

  clear(): void {
    for (const slot of this.#used) {
      this.#successes[slot] = 0;
      this.#items[slot] = 0;
    }
    this.#used.length = 0;
  }
}

/** Adds to a key; nothing is kept of an empty addition. */
export function addCount(counts: Counts, key: string, successes: number, items: number): void {
  if (items !== 0 || successes !== 0) counts.add(key, successes, items);
}

/** The keys of precision, recall and the Jaccard ratio behind F1. */
interface RatesKeys {
  precision: string;
  recall: string;
  jaccard: string;
}

const known = new Map<string, RatesKeys>();

/** Joined once for each prefix: joining them for every case would cost more than counting. */
export function ratesKeys(prefix: string): RatesKeys {
  let keys = known.get(prefix);
  if (keys === undefined) {
    keys = { precision: `${prefix}.precision`, recall: `${prefix}.recall`, jaccard: `${prefix}.jaccard` };
    if (known.size >= 10_000) known.clear();
    known.set(prefix, keys);
  }
  return keys;
}

/** Adds the counts that make precision, recall and F1 of true and false positives and false negatives. */
export function addRates(counts: Counts, prefix: string, tp: number, fp: number, fn: number): void {
  if (tp + fp + fn === 0) return;
  const keys = ratesKeys(prefix);
  addCount(counts, keys.precision, tp, tp + fp);
  addCount(counts, keys.recall, tp, tp + fn);
  addCount(counts, keys.jaccard, tp, tp + fp + fn);
}

/** The moments of every key over families, in memory that does not grow with their number. */
export class Tally {
  readonly #moments = new Map<string, RatioMoments>();

  add(counts: Counts): void {
    counts.each((key, successes, items) => {
      let moments = this.#moments.get(key);
      if (moments === undefined) {
        moments = new RatioMoments();
        this.#moments.set(key, moments);
      }
      moments.add(successes, items);
    });
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

import { RatioMoments } from '../statistics/ratio-moments.ts';

/** The keys of one tally, each with its slot: counts of the same registry are added up by slot. */
export class CountKeys {
  readonly #slots = new Map<string, number>();
  readonly names: string[] = [];

  slotOf(key: string): number {
    let slot = this.#slots.get(key);
    if (slot === undefined) {
      slot = this.names.length;
      this.#slots.set(key, slot);
      this.names.push(key);
    }
    return slot;
  }

  find(key: string): number | undefined {
    return this.#slots.get(key);
  }
}

/**
 * Successes and items under keys, for one case or one family. Meant to be emptied and filled again: a key
 * that was used before costs no more memory.
 */
export class Counts {
  readonly keys: CountKeys;
  readonly #successes: number[] = [];
  readonly #items: number[] = [];
  /** Slots that were added to since the last clear, in that order. */
  readonly #used: number[] = [];

  constructor(keys = new CountKeys()) {
    this.keys = keys;
  }

  add(key: string, successes: number, items: number): void {
    this.addTo(this.keys.slotOf(key), successes, items);
  }

  addTo(slot: number, successes: number, items: number): void {
    const known = this.#items[slot];
    if (known === undefined) {
      for (let next = this.#items.length; next <= slot; next += 1) {
        this.#items.push(0);
        this.#successes.push(0);
      }
    }
    if (this.#items[slot] === 0 && this.#successes[slot] === 0) this.#used.push(slot);
    this.#successes[slot]! += successes;
    this.#items[slot]! += items;
  }

  /** Zeros where nothing was counted. */
  get(key: string): { successes: number; items: number } {
    const slot = this.keys.find(key);
    return slot === undefined
      ? { successes: 0, items: 0 }
      : { successes: this.#successes[slot] ?? 0, items: this.#items[slot] ?? 0 };
  }

  /** Visits what was counted, by slot. */
  each(visit: (slot: number, successes: number, items: number) => void): void {
    for (const slot of this.#used) visit(slot, this.#successes[slot]!, this.#items[slot]!);
  }

  /** A copy, by key. */
  toMap(): Map<string, { successes: number; items: number }> {
    const map = new Map<string, { successes: number; items: number }>();
    this.each((slot, successes, items) => map.set(this.keys.names[slot]!, { successes, items }));
    return map;
  }

  /** Adds counts of the same registry. */
  merge(other: Counts): void {
    other.each((slot, successes, items) => {
      this.addTo(slot, successes, items);
    });
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
  /** What is tallied is counted under these keys. */
  readonly keys = new CountKeys();
  readonly #moments: RatioMoments[] = [];

  add(counts: Counts): void {
    counts.each((slot, successes, items) => {
      while (this.#moments.length <= slot) this.#moments.push(new RatioMoments());
      this.#moments[slot]!.add(successes, items);
    });
  }

  /** Of means over so many repeats. Empty where nothing was counted. */
  moments(key: string, repeats: number): RatioMoments {
    const slot = this.keys.find(key);
    const found = slot === undefined ? undefined : this.#moments[slot];
    return (found ?? new RatioMoments()).dividedBy(repeats);
  }

  /** The distinct middle parts of keys `<prefix>:<id>.…`, sorted. */
  idsUnder(prefix: string): string[] {
    const ids = new Set<string>();
    for (const [slot, key] of this.keys.names.entries()) {
      const counted = (this.#moments[slot]?.cases ?? 0) > 0;
      if (counted && key.startsWith(`${prefix}:`))
        ids.add(key.slice(prefix.length + 1, key.lastIndexOf('.')));
    }
    return [...ids].sort();
  }
}

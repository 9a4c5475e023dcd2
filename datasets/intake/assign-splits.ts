import { createRandom } from '../../evals/statistics/random.ts';
import { type SplitName, splitNames } from '../card.ts';
import { shuffle } from '../transforms/document-order.ts';

export interface Assignment {
  seed: string;
  /** Of all cases; they sum to 1. */
  shares: Partial<Record<SplitName, number | undefined>>;
  /** How many cases each new family has. */
  families: ReadonlyMap<string, number>;
  /** Cases that are in a split already. */
  present: Partial<Record<SplitName, number>>;
}

/**
 * Deals families into splits, each whole: in an order that the seed alone decides, always into the split that lacks
 * most of its share. The order of the rows does not matter.
 */
export function assignSplits({ seed, shares, families, present }: Assignment): Map<string, SplitName> {
  const wanted = splitNames.filter((name) => (shares[name] ?? 0) > 0);
  const filled = new Map(wanted.map((name) => [name, present[name] ?? 0]));
  const total = [...families.values(), ...filled.values()].reduce((sum, count) => sum + count, 0);
  const order = shuffle([...families.keys()].sort(), createRandom(JSON.stringify([seed, 'splits'])));
  const lack = (name: SplitName) => (shares[name] ?? 0) * total - filled.get(name)!;
  const dealt = new Map<string, SplitName>();
  for (const family of order) {
    const split = wanted.reduce((most, name) => (lack(name) > lack(most) ? name : most));
    filled.set(split, filled.get(split)! + families.get(family)!);
    dealt.set(family, split);
  }
  return dealt;
}

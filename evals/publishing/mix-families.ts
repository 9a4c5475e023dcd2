import { createHash } from 'node:crypto';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import { createRandom } from '../statistics/random.ts';

/**
 * Families in an order that their labels alone decide: the same for every model and run that was scored by them, so that
 * pairs stay pairs, and none that could be guessed from the cases' ids.
 * @param families sorted by family
 * @param goldHash of all labels; with a split whose labels are kept, a secret
 */
export function mixFamilies(families: readonly FamilyCounts[], goldHash: string): [number, number][] {
  const random = createRandom(`families ${goldHash}`);
  const mixed = families.map(({ numerator, denominator }): [number, number] => [numerator, denominator]);
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const at = random.below(last + 1);
    [mixed[last], mixed[at]] = [mixed[at]!, mixed[last]!];
  }
  return mixed;
}

/** Tells whether two have the same labels without being the seed of {@link mixFamilies}. */
export function hashGold(goldHash: string): string {
  return createHash('sha256').update(`gold ${goldHash}`).digest('hex');
}

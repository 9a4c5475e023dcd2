import type { LabelledCase } from '../../evals/baselines/labelled-case.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import { shuffle } from './document-order.ts';

/**
 * Draws whole families, each as likely, until there are at least `count` cases; the cases keep their order.
 * @param families family by case id, for families of more than one case
 */
export function drawFamilies(
  cases: readonly LabelledCase[],
  families: ReadonlyMap<string, string>,
  count: number,
  seed: string,
): LabelledCase[] {
  const familyOf = ({ case: { caseId } }: LabelledCase) => families.get(caseId) ?? caseId;
  const sizes = new Map<string, number>();
  for (const each of cases) sizes.set(familyOf(each), (sizes.get(familyOf(each)) ?? 0) + 1);
  const drawn = new Set<string>();
  let taken = 0;
  for (const family of shuffle([...sizes.keys()].sort(), createRandom(JSON.stringify([seed, 'cases'])))) {
    if (taken >= count) break;
    drawn.add(family);
    taken += sizes.get(family)!;
  }
  return cases.filter((each) => drawn.has(familyOf(each)));
}

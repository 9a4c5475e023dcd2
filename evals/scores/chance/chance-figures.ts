import type { Figure } from '../../statistics/interval.ts';
import { computeJackknifeInterval } from '../../statistics/jackknife-interval.ts';
import { computeF1Figure } from '../../statistics/ratio-figure.ts';
import { RatioMoments } from '../../statistics/ratio-moments.ts';
import type { Chance } from './chance-result.ts';
import { type ChanceValues, computeChanceValues, sumTypes, sumWithout } from './chance-values.ts';
import type { TypeSums } from './pair-sums.ts';

export type ChanceFigures = Pick<Chance, 'f1' | 'shuffledF1' | 'adjustedF1' | 'excessF1'>;

/** What each figure can be. */
const ranges = {
  shuffledF1: { low: 0, high: 1 },
  adjustedF1: { low: Number.NEGATIVE_INFINITY, high: 1 },
  excessF1: { low: -1, high: 1 },
} as const;

/**
 * The figures of all types together. F1 has the interval that it has everywhere; the others have delete-one
 * jackknife intervals, since a family counts in every other family's expectation. Items are those of F1,
 * TP + FP + FN; of shuffled F1 the expected ones.
 * @param types with at least two families each, in a fixed order
 */
export function computeChanceFigures(types: readonly TypeSums[], repeats: number): ChanceFigures {
  const sums = sumTypes(types);
  const values = computeChanceValues(sums);
  const families = placesByFamily(types);
  const without = families.map((places) => computeChanceValues(sumWithout(sums, types, places)));
  const f1 = computeF1Figure(momentsOf(families, types).dividedBy(repeats));
  const jackknifed = (name: keyof typeof ranges, items: number): Figure => {
    const value = values[name];
    const counts = { cases: families.length, items };
    if (value === null) return { value, interval: null, reason: 'undefined', ...counts };
    const deleted = without.map((each: ChanceValues) => each[name]);
    return { value, ...computeJackknifeInterval(value, deleted, ranges[name]), ...counts };
  };
  return {
    f1: { ...f1, value: values.f1 },
    shuffledF1: jackknifed('shuffledF1', (sums.dealt.items - sums.dealt.truePositives) / repeats),
    adjustedF1: jackknifed('adjustedF1', f1.items),
    excessF1: jackknifed('excessF1', f1.items),
  };
}

interface Place {
  type: number;
  family: number;
}

/** Each family's places in the types, the families in their order. */
function placesByFamily(types: readonly TypeSums[]): Place[][] {
  const places = new Map<number, Place[]>();
  for (const [type, { families }] of types.entries()) {
    for (const [family, key] of families.entries()) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ type, family }]);
      else known.push({ type, family });
    }
  }
  return [...places.entries()].sort(([a], [b]) => a - b).map(([, each]) => each);
}

/** Per family TP of TP + FP + FN, summed over repeats. */
function momentsOf(families: readonly (readonly Place[])[], types: readonly TypeSums[]): RatioMoments {
  const moments = new RatioMoments();
  for (const places of families) {
    let truePositives = 0;
    let items = 0;
    for (const { type, family } of places) {
      truePositives += types[type]!.own.truePositives[family]!;
      items += types[type]!.own.items[family]!;
    }
    moments.add(truePositives, items - truePositives);
  }
  return moments;
}

import type { Sums, TypeSums } from './pair-sums.ts';

/** Null where undefined. */
export interface ChanceValues {
  f1: number | null;
  shuffledF1: number | null;
  adjustedF1: number | null;
  excessF1: number | null;
}

/** Of the families of all types: with their own answers, and as expected with those of the others. */
export interface ChanceSums {
  own: Sums;
  dealt: Sums;
}

/** A difference of sums, or from 1, that is this small is none. */
const ROUNDING = 1e-12;

/** The sums of all types. Each family counts the mean over the other families of its type. */
export function sumTypes(types: readonly TypeSums[]): ChanceSums {
  const sums: ChanceSums = { own: { truePositives: 0, items: 0 }, dealt: { truePositives: 0, items: 0 } };
  for (const { families, ownTotal, crossTotal } of types) {
    add(sums.own, ownTotal, 1);
    add(sums.dealt, crossTotal, families.length - 1);
  }
  return sums;
}

/**
 * The sums without one family: every type it has a case of has one family less, and a type with fewer than
 * two left is left out.
 * @param places the family's place in each type (the type's index, and its index there)
 */
export function sumWithout(
  all: ChanceSums,
  types: readonly TypeSums[],
  places: readonly { type: number; family: number }[],
): ChanceSums {
  const sums: ChanceSums = { own: { ...all.own }, dealt: { ...all.dealt } };
  for (const { type, family } of places) {
    const { families, own, ownTotal, cross, crossTotal } = types[type]!;
    const others = families.length - 1;
    add(sums.dealt, crossTotal, -others);
    if (others < 2) add(sums.own, ownTotal, -1);
    else {
      add(sums.own, at(own, family), -1);
      add(sums.dealt, crossTotal, others - 1);
      add(sums.dealt, at(cross, family), 1 - others);
    }
  }
  return sums;
}

/** F1 = 2TP / (2TP + FP + FN), and what is left of it above chance. */
export function computeChanceValues({ own, dealt }: ChanceSums): ChanceValues {
  const f1 = f1Of(own);
  const shuffledF1 = f1Of(dealt);
  if (f1 === null || shuffledF1 === null) return { f1, shuffledF1, adjustedF1: null, excessF1: null };
  const excessF1 = f1 - shuffledF1;
  const room = 1 - shuffledF1;
  return { f1, shuffledF1, adjustedF1: room > ROUNDING ? excessF1 / room : null, excessF1 };
}

function f1Of({ truePositives, items }: Sums): number | null {
  return items > ROUNDING ? (2 * truePositives) / items : null;
}

function add(into: Sums, { truePositives, items }: Sums, divisor: number): void {
  into.truePositives += truePositives / divisor;
  into.items += items / divisor;
}

function at(sums: { truePositives: Float64Array; items: Float64Array }, family: number): Sums {
  return { truePositives: sums.truePositives[family]!, items: sums.items[family]! };
}

import { z } from 'zod';
import type { FamilyCounts } from './family-counts.ts';
import { isSameCounts } from './family-counts.ts';
import { type Figure, IntervalSchema } from './interval.ts';
import { type LinearisedDifference, lineariseDifference } from './linearised-difference.ts';
import { computeMoverInterval } from './mover-interval.ts';
import { computeSmallestDetectableDifference } from './smallest-detectable-difference.ts';
import { runSwapTest } from './swap-test.ts';

/** Permutations drawn unless told: p down to 0.0001. */
export const DEFAULT_PERMUTATIONS = 9_999;

/**
 * Two models on the same families. Where either model's ratio is 0/0 there is nothing to compare:
 * difference, interval, p and smallestDetectable are null.
 */
export const PairedDifferenceSchema = z.strictObject({
  /** F_A − F_B, in [−1, 1]. */
  difference: z.number().min(-1).max(1).nullable(),
  /** 95 %; null too where either model has none, or where it would have width 0. */
  interval: IntervalSchema.nullable(),
  /** Of the permutation test, not adjusted for the number of pairs. */
  p: z.number().gt(0).max(1).nullable(),
  /** Whether all arrangements were enumerated; else `permutations` of them were drawn. */
  exact: z.boolean(),
  permutations: z.int().nonnegative(),
  /** True differences below this are missed more than one time in five. */
  smallestDetectable: z.number().positive().nullable(),
  /** Families with a denominator in either model. */
  cases: z.int().nonnegative(),
});
export type PairedDifference = z.infer<typeof PairedDifferenceSchema>;

export interface ComparePairInput {
  /** Families of model A; `b` holds the same families in the same order. */
  a: readonly FamilyCounts[];
  b: readonly FamilyCounts[];
  /** The models' own figures, whose intervals the difference's is built from. */
  figureA: Figure;
  figureB: Figure;
  /** Decides the permutations drawn; the same for (a, b) and (b, a). */
  seed: string;
  /** 9,999 unless told. */
  permutations?: number;
}

/**
 * Compares two models on the same families: difference, interval (square-and-add on the two figures'
 * intervals, with the correlation of the linearised errors), permutation p, smallest detectable difference.
 * The same counts in every family give difference 0, p 1 and no interval. Exchanging the models changes the
 * signs and nothing else.
 * @throws RangeError where the arrays differ in length.
 */
export function comparePair(input: ComparePairInput): PairedDifference {
  const { a, b, seed, permutations = DEFAULT_PERMUTATIONS } = input;
  const linearised = lineariseDifference(a, b);
  if (linearised === null) return buildUndefined(a, b);
  const { difference, cases } = linearised;
  if (a.every((family, index) => isSameCounts(family, b[index]!))) {
    return { ...buildUndefined(a, b), difference: 0, p: 1, exact: true, permutations: 1 };
  }
  return {
    difference,
    interval: computeInterval(input, linearised),
    ...runSwapTest({ a, b, seed, permutations }),
    smallestDetectable: computeSmallestDetectableDifference(linearised),
    cases,
  };
}

function computeInterval(input: ComparePairInput, linearised: LinearisedDifference) {
  const [inA, inB] = [input.figureA.interval, input.figureB.interval];
  if (inA === null || inB === null) return null;
  const a = { value: linearised.ratioA, interval: inA };
  const b = { value: linearised.ratioB, interval: inB };
  return computeMoverInterval(a, b, linearised.correlation);
}

function buildUndefined(a: readonly FamilyCounts[], b: readonly FamilyCounts[]): PairedDifference {
  const cases = a.filter((family, index) => family.denominator > 0 || b[index]!.denominator > 0).length;
  const nothing = { difference: null, interval: null, p: null, smallestDetectable: null };
  return { ...nothing, exact: false, permutations: 0, cases };
}

import type { FamilyCounts } from './family-counts.ts';
import { isSameCounts } from './family-counts.ts';
import type { Figure } from './interval.ts';
import { type LinearisedDifference, lineariseDifference } from './linearised-difference.ts';
import { computeMoverInterval } from './mover-interval.ts';
import type { PairedDifference } from './pair-comparison.ts';
import { computeSmallestDetectableDifference } from './smallest-detectable-difference.ts';
import { runSwapTest } from './swap-test.ts';

/** Permutations drawn unless told: p down to 0.0001. */
export const DEFAULT_PERMUTATIONS = 9_999;

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

import { type FamilyCounts, isSameCounts } from '../statistics/family-counts.ts';
import type { Figure } from '../statistics/interval.ts';
import { lineariseDifference } from '../statistics/linearised-difference.ts';
import { computeMoverInterval } from '../statistics/mover-interval.ts';
import { computeF1Figure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';

/** One family's counts, sums over its cases and their repeats. */
export interface HitCounts {
  truePositives: number;
  /** TP + FP + FN. */
  union: number;
}

export interface F1ChangeInput {
  after: readonly HitCounts[];
  /** The same families in the same order. */
  before: readonly HitCounts[];
  repeats: number;
  /** Shown with the figure. */
  items: number;
}

/**
 * One model's F1 after a change less that before it, in [−1, 1]. The interval is square-and-add on those of
 * the two F1 over families, correlated as their linearised errors are. `cases`: families in either.
 * @returns reasons for no interval: `undefined` (either F1 is 0/0), `tooFewCases` (under 5 families in
 *   either), `noVariation` (the same counts in every family)
 */
export function computeF1Change({ after, before, repeats, items }: F1ChangeInput): Figure {
  const [a, b] = [after.map(toRatio), before.map(toRatio)];
  const linearised = lineariseDifference(a, b);
  if (linearised === null) {
    const cases = a.filter((family, at) => family.denominator + b[at]!.denominator > 0).length;
    return { value: null, interval: null, reason: 'undefined', cases, items };
  }
  const { difference: value, ratioA, ratioB, correlation, cases } = linearised;
  const [inA, inB] = [figureOf(after, repeats).interval, figureOf(before, repeats).interval];
  if (inA === null || inB === null) return { value, interval: null, reason: 'tooFewCases', cases, items };
  const interval = a.every((family, at) => isSameCounts(family, b[at]!))
    ? null
    : computeMoverInterval({ value: ratioA, interval: inA }, { value: ratioB, interval: inB }, correlation);
  if (interval === null) return { value, interval, reason: 'noVariation', cases, items };
  return { value, interval, cases, items };
}

/** F1 = 2TP/(2TP + FP + FN). */
function toRatio({ truePositives, union }: HitCounts): FamilyCounts {
  return { numerator: 2 * truePositives, denominator: truePositives + union };
}

function figureOf(families: readonly HitCounts[], repeats: number): Figure {
  const moments = new RatioMoments();
  for (const { truePositives, union } of families) moments.add(truePositives, union);
  return computeF1Figure(moments.dividedBy(repeats));
}

import quantileT from '@stdlib/stats-base-dists-t-quantile';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import { type Figure, INTERVAL_LEVEL, MIN_CASES } from '../statistics/interval.ts';
import { comparePair, DEFAULT_PERMUTATIONS } from '../statistics/paired-difference.ts';
import { computeF1Figure, computeRatioFigure } from '../statistics/ratio-figure.ts';
import { RatioMoments } from '../statistics/ratio-moments.ts';
import type { ChangePart, ChangeParts, CheckInMeasure } from './change-parts.ts';
import type { ChangeSide, FamilyChange } from './family-changes.ts';

export interface SplitChangeInput {
  measure: CheckInMeasure;
  families: readonly FamilyChange[];
  repeats: number;
  /** Of this many tests in all. */
  tests: number;
  seed: string;
}

/** A change before it is adjusted for the number of tests. */
export type RawChangeParts = Omit<ChangeParts, 'model'> & {
  model: Omit<ChangeParts['model'], 'pHolm' | 'different'>;
};

/**
 * Takes a figure's change apart, so that the parts add up to the whole:
 *
 *     now − before = (nowCommon − rescored) + (rescored − beforeCommon) + ((now − nowCommon) − (before − beforeCommon))
 *
 * The whole and the first two are paired over the same families (`comparePair`). The interval of the third is that of the linearised
 * sum, with Student's t on families − 1; none where fewer than {@link MIN_CASES} new or gone cases count in the measure: twenty
 * new deficient cases say nothing of false alarms.
 * @source Woodruff, R. S. (1971), A simple method for approximating the variance of a complicated estimate, JASA 66,
 *   411–414.
 */
export function splitChange(input: SplitChangeInput): RawChangeParts {
  const { families, measure, seed } = input;
  const on = (side: ChangeSide) => families.map((family) => family[side]);
  const figure = (side: ChangeSide) => figureOf(on(side), input);
  const [before, now] = [figure('before'), figure('now')];
  const model = comparePair({
    a: on('nowCommon'),
    b: on('rescored'),
    figureA: figure('nowCommon'),
    figureB: figure('rescored'),
    seed: JSON.stringify([seed, measure]),
    permutations: Math.max(DEFAULT_PERMUTATIONS, 800 * input.tests),
  });
  return {
    measure,
    before,
    now,
    total: { ...pairedPart(input, 'now', 'before'), value: subtract(now.value, before.value) },
    model,
    ruler: pairedPart(input, 'rescored', 'beforeCommon'),
    caseMix: caseMixOf(families),
  };
}

/** One side less another; a family that is not in a month counts nothing there. */
function pairedPart(input: SplitChangeInput, later: ChangeSide, earlier: ChangeSide): ChangePart {
  const [a, b] = [later, earlier].map((side) => input.families.map((family) => family[side])) as [
    FamilyCounts[],
    FamilyCounts[],
  ];
  const { difference, interval, cases } = comparePair({
    a,
    b,
    figureA: figureOf(a, input),
    figureB: figureOf(b, input),
    seed: '',
    permutations: 1,
  });
  return { value: difference, interval, cases };
}

/** The four ratios of the case-mix part, each with its sign. */
const mix: [ChangeSide, 1 | -1][] = [
  ['now', 1],
  ['nowCommon', -1],
  ['before', -1],
  ['beforeCommon', 1],
];

function caseMixOf(families: readonly FamilyChange[]): ChangePart {
  const cases = families.filter(
    ({ now, nowCommon, before, beforeCommon }) =>
      now.denominator > nowCommon.denominator || before.denominator > beforeCommon.denominator,
  ).length;
  const errors = new Array<number>(families.length).fill(0);
  let value = 0;
  for (const [side, sign] of mix) {
    const counts = families.map((family) => family[side]);
    const denominator = sum(counts, 'denominator');
    if (denominator === 0) return { value: null, interval: null, cases };
    const ratio = sum(counts, 'numerator') / denominator;
    value += sign * ratio;
    for (const [at, each] of counts.entries()) {
      errors[at]! += (sign * (each.numerator - ratio * each.denominator)) / denominator;
    }
  }
  if (cases === 0) return { value: 0, interval: null, cases };
  const fewest = Math.min(cases, ...mix.map(([side]) => countFilled(families, [side])));
  return { value, interval: fewest < MIN_CASES ? null : intervalOf(value, errors, families), cases };
}

function intervalOf(
  value: number,
  errors: readonly number[],
  families: readonly FamilyChange[],
): ChangePart['interval'] {
  const counted = countFilled(families, ['now', 'before']);
  const squares = errors.reduce((total, error) => total + error * error, 0);
  const half =
    quantileT((1 + INTERVAL_LEVEL) / 2, counted - 1) * Math.sqrt((counted / (counted - 1)) * squares);
  return half === 0 ? null : { low: value - half, high: value + half, level: INTERVAL_LEVEL };
}

/** Families that count in one of these ratios. */
function countFilled(families: readonly FamilyChange[], sides: readonly ChangeSide[]): number {
  return families.filter((family) => sides.some((side) => family[side].denominator > 0)).length;
}

/** The figure as a result has it: means over repeats, families as units. */
export function figureOf(
  families: readonly FamilyCounts[],
  { repeats, measure }: { repeats: number; measure: CheckInMeasure },
): Figure {
  const moments = new RatioMoments();
  for (const { numerator, denominator } of families) {
    // Of 2TP among 2TP + FP + FN: TP among TP + FP + FN.
    if (measure === 'f1') moments.add(numerator / 2, denominator - numerator / 2);
    else moments.add(numerator, denominator);
  }
  const means = moments.dividedBy(repeats);
  return measure === 'f1' ? computeF1Figure(means) : computeRatioFigure(means);
}

function subtract(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a - b;
}

function sum(counts: readonly FamilyCounts[], part: keyof FamilyCounts): number {
  return counts.reduce((total, each) => total + each[part], 0);
}

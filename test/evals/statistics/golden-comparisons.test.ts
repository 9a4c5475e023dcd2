import { describe, expect, test } from 'vitest';
import { compareBoard } from '../../../evals/statistics/compare-board.ts';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import { adjustHolm } from '../../../evals/statistics/holm.ts';
import { lineariseDifference } from '../../../evals/statistics/linearised-difference.ts';
import { computeMoverInterval } from '../../../evals/statistics/mover-interval.ts';
import { rankModels } from '../../../evals/statistics/rank-interval.ts';
import { computeSmallestDetectableDifference } from '../../../evals/statistics/smallest-detectable-difference.ts';
import { runSwapTest } from '../../../evals/statistics/swap-test.ts';
import { computeWilsonInterval } from '../../../evals/statistics/wilson-interval.ts';
import boards from '../../golden/comparisons-board.json' with { type: 'json' };
import detectable from '../../golden/comparisons-detectable.json' with { type: 'json' };
import holm from '../../golden/comparisons-holm.json' with { type: 'json' };
import mover from '../../golden/comparisons-mover.json' with { type: 'json' };
import ranks from '../../golden/comparisons-ranks.json' with { type: 'json' };
import swaps from '../../golden/comparisons-swap.json' with { type: 'json' };
import { computeFigure } from './paired-models.ts';

const Z = 1.959963984540054;

function toCounts(families: readonly (readonly number[])[]): FamilyCounts[] {
  return families.map(([numerator, denominator]) => ({ numerator: numerator!, denominator: denominator! }));
}

describe('the swap test', () => {
  test.each(swaps.exact)('exact p as SciPy: $told', ({ a, b, p }) => {
    const result = runSwapTest({ a: toCounts(a), b: toCounts(b), seed: 'golden', permutations: 99 });
    expect(result.exact).toBe(true);
    expect(result.p).toBeCloseTo(p, 12);
  });

  test.each(swaps.drawn)('drawn p near one drawn by SciPy: $p', ({ a, b, p, resamples }) => {
    const permutations = 20_000;
    const result = runSwapTest({ a: toCounts(a), b: toCounts(b), seed: 'golden', permutations });
    expect(result.exact).toBe(false);
    const standardError = Math.sqrt(p * (1 - p) * (1 / permutations + 1 / resamples));
    expect(Math.abs(result.p - p)).toBeLessThan(4 * standardError);
  });

  test.each(swaps.mcnemar)('of single items is McNemar, as SciPy: $forA for A, $forB for B', (expected) => {
    const [hit, miss] = toCounts([
      [1, 1],
      [0, 1],
    ]);
    const { forA, forB, alike, p } = expected;
    const times = (count: number, family: FamilyCounts) => Array<FamilyCounts>(count).fill(family);
    const a = [...times(forA, hit!), ...times(forB, miss!), ...times(alike, hit!), ...times(alike, miss!)];
    const b = [...times(forA, miss!), ...times(forB, hit!), ...times(alike, hit!), ...times(alike, miss!)];
    expect(runSwapTest({ a, b, seed: 'golden', permutations: 99 }).p).toBeCloseTo(p, 12);
  });
});

describe('square-and-add', () => {
  const estimate = (successes: number, items: number) => ({
    value: successes / items,
    interval: computeWilsonInterval(successes / items, items, Z),
  });

  test.each(mover.unpaired)('unpaired as statsmodels: $x/$m − $y/$n', ({ x, m, y, n, low, high }) => {
    const interval = computeMoverInterval(estimate(x, m), estimate(y, n), 0)!;
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  test.each(mover.paired)('paired as SciPy and NumPy: $table', ({ table, correlation, low, high }) => {
    const [both, onlyA, onlyB, neither] = table as [number, number, number, number];
    const families = [
      [both, 1, 1],
      [onlyA, 1, 0],
      [onlyB, 0, 1],
      [neither, 0, 0],
    ].flatMap(([count, inA, inB]) => Array<[number, number]>(count!).fill([inA!, inB!]));
    const linearised = lineariseDifference(
      toCounts(families.map(([inA]) => [inA, 1])),
      toCounts(families.map(([, inB]) => [inB, 1])),
    )!;
    expect(linearised.correlation).toBeCloseTo(correlation, 12);
    const items = families.length;
    const [a, b] = [estimate(both + onlyA, items), estimate(both + onlyB, items)];
    const interval = computeMoverInterval(a, b, linearised.correlation)!;
    expect(interval.low).toBeCloseTo(low, 12);
    expect(interval.high).toBeCloseTo(high, 12);
  });

  test("Newcombe's paired interval as published, his correlation corrected for continuity", () => {
    const [both, onlyA, onlyB, neither] = mover.published.table as [number, number, number, number];
    const items = both + onlyA + onlyB + neither;
    const [inA, inB] = [both + onlyA, both + onlyB];
    const excess = both * neither - onlyA * onlyB;
    expect(excess).toBeGreaterThan(items / 2);
    const correlation = (excess - items / 2) / Math.sqrt(inA * (items - inA) * inB * (items - inB));
    const interval = computeMoverInterval(estimate(inA, items), estimate(inB, items), correlation)!;
    expect(Number(interval.low.toFixed(4))).toBe(mover.published.low);
    expect(Number(interval.high.toFixed(4))).toBe(mover.published.high);
  });
});

describe('Holm', () => {
  test.each([...holm.sets.map((set) => ({ source: 'statsmodels', ...set })), ...holm.published])(
    '$source: $ps',
    ({ ps, adjusted }) => {
      const actual = adjustHolm(ps);
      expect(actual).toHaveLength(adjusted.length);
      for (const [index, p] of adjusted.entries()) expect(actual[index]).toBeCloseTo(p, 12);
    },
  );
});

describe('rank intervals', () => {
  test.each([...ranks.sets, { counts: [1, 2, 2, 3], ...ranks.published }])(
    'of $counts',
    ({ counts, beats, low, high }) => {
      const better = (a: string, b: string) => beats.some(([j, k]) => `${j}` === a && `${k}` === b);
      const placed = rankModels({ ids: counts.map((_, index) => `${index}`), values: counts, better });
      for (const { id, rank, ...interval } of placed) {
        expect(interval).toEqual({ low: low[Number(id)], high: high[Number(id)] });
        expect(rank).toBe(interval.low);
      }
    },
  );
});

test.each(boards.boards)(
  'a board as SciPy, statsmodels and the definition of ranks have it: %#',
  (expected) => {
    const models = Object.entries(expected.models).map(([id, families]) => {
      const counts = toCounts(families as number[][]);
      return { id, figure: computeFigure(counts), families: counts };
    });
    const board = compareBoard({ models, seed: 'golden', measure: 'f1' });
    expect(board.pairs).toHaveLength(expected.pairs.length);
    for (const [index, pair] of board.pairs.entries()) {
      const { a, b, difference, p, pHolm, different } = expected.pairs[index]!;
      expect(pair).toMatchObject({ a, b, different, exact: true });
      expect(pair.difference).toBeCloseTo(difference, 12);
      expect(pair.p).toBeCloseTo(p, 12);
      expect(pair.pHolm).toBeCloseTo(pHolm, 12);
    }
    const intervals = Object.fromEntries(board.ranks.map(({ id, low, high }) => [id, [low, high]]));
    expect(intervals).toEqual(expected.ranks);
  },
);

describe('the smallest detectable difference', () => {
  test.each(detectable.sets)('of $cases families as SciPy and NumPy', ({ a, b, ...expected }) => {
    const linearised = lineariseDifference(toCounts(a), toCounts(b))!;
    expect(linearised.cases).toBe(expected.cases);
    expect(linearised.standardError).toBeCloseTo(expected.standardError, 12);
    expect(computeSmallestDetectableDifference(linearised)).toBeCloseTo(expected.detectable, 8);
  });

  test("is Bloom's 2.80 standard errors where families are many", () => {
    const multiplier = computeSmallestDetectableDifference({ cases: 100_000, standardError: 1 })!;
    expect(multiplier).toBeCloseTo(detectable.manyFamilies, 3);
    expect(Number(multiplier.toFixed(2))).toBe(2.8);
  });
});

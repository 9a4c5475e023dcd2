import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FamilyCounts } from '../../../evals/statistics/family-counts.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import { lineariseDifference } from '../../../evals/statistics/linearised-difference.ts';
import { PairedDifferenceSchema } from '../../../evals/statistics/pair-comparison.ts';
import { comparePair } from '../../../evals/statistics/paired-difference.ts';
import golden from '../../golden/statistics-swap.json' with { type: 'json' };
import { compareCounts, computeFigure, familyCountsArb, pairArb } from './paired-models.ts';

function toFigure(interval: number[]): Figure {
  return { value: 0, interval: { low: interval[0]!, high: interval[1]!, level: 0.95 }, cases: 9, items: 9 };
}

function toCounts(families: number[][]): FamilyCounts[] {
  return families.map(([numerator, denominator]) => ({ numerator: numerator!, denominator: denominator! }));
}

test.each(golden)(
  'difference, interval and smallest detectable as NumPy and SciPy: $difference',
  (expected) => {
    const [a, b] = [toCounts(expected.a), toCounts(expected.b)];
    const [figureA, figureB] = [toFigure(expected.intervalA), toFigure(expected.intervalB)];
    const result = comparePair({ a, b, figureA, figureB, seed: 'golden' });
    expect(result.difference).toBeCloseTo(expected.difference, 12);
    expect(result.interval!.low).toBeCloseTo(expected.low, 12);
    expect(result.interval!.high).toBeCloseTo(expected.high, 12);
    expect(result.p).toBeCloseTo(expected.p, 12);
    expect(result.smallestDetectable).toBeCloseTo(expected.smallestDetectable, 8);
    expect(result.cases).toBe(expected.cases);
    const linearised = lineariseDifference(a, b)!;
    expect(linearised.standardError).toBeCloseTo(expected.standardError, 12);
    expect(linearised.correlation).toBeCloseTo(expected.correlation, 12);
  },
);

test('the same counts in every family: difference 0, p 1, no interval', () => {
  fc.assert(
    fc.property(fc.array(familyCountsArb, { minLength: 1, maxLength: 40 }), (families) => {
      fc.pre(families.some(({ denominator }) => denominator > 0));
      expect(compareCounts(families, structuredClone(families))).toEqual({
        difference: 0,
        interval: null,
        p: 1,
        exact: true,
        permutations: 1,
        smallestDetectable: null,
        cases: families.filter(({ denominator }) => denominator > 0).length,
      });
    }),
  );
});

test('an undefined ratio leaves nothing to compare', () => {
  const silent = Array<FamilyCounts>(6).fill({ numerator: 0, denominator: 0 });
  const other = Array<FamilyCounts>(6).fill({ numerator: 1, denominator: 2 });
  expect(compareCounts(silent, other)).toEqual({
    difference: null,
    interval: null,
    p: null,
    exact: false,
    permutations: 0,
    smallestDetectable: null,
    cases: 6,
  });
  expect(compareCounts([], []).cases).toBe(0);
});

test('exchanging the models changes the signs and nothing else', () => {
  fc.assert(
    fc.property(pairArb(1, 40), ({ a, b }) => {
      const forward = compareCounts(a, b);
      const backward = compareCounts(b, a);
      PairedDifferenceSchema.parse(forward);
      const flip = (value: number) => 0 - value;
      expect(backward).toEqual({
        ...forward,
        difference: forward.difference && flip(forward.difference),
        interval: forward.interval && {
          low: flip(forward.interval.high),
          high: flip(forward.interval.low),
          level: 0.95,
        },
      });
    }),
  );
});

test('p lies in (0, 1] and the interval contains the difference', () => {
  fc.assert(
    fc.property(pairArb(5, 40), ({ a, b }) => {
      const { difference, interval, p } = compareCounts(a, b);
      if (p === null || difference === null) return;
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThanOrEqual(1);
      if (interval === null) return;
      expect(interval.low).toBeLessThanOrEqual(difference);
      expect(interval.high).toBeGreaterThanOrEqual(difference);
    }),
  );
});

test('four times the families make finer differences detectable', () => {
  fc.assert(
    fc.property(pairArb(5, 20), ({ a, b }) => {
      const once = compareCounts(a, b, 9);
      const repeat = (families: FamilyCounts[]) => [...families, ...families, ...families, ...families];
      const often = compareCounts(repeat(a), repeat(b), 9);
      if (once.smallestDetectable === null) return;
      expect(often.smallestDetectable).toBeLessThan(once.smallestDetectable);
    }),
  );
});

test('perfect against all wrong: no spread, so nothing to detect, but p and an interval', () => {
  const hit = Array<FamilyCounts>(10).fill({ numerator: 2, denominator: 2 });
  const miss = Array<FamilyCounts>(10).fill({ numerator: 0, denominator: 2 });
  const result = compareCounts(hit, miss);
  expect(result).toMatchObject({ difference: 1, p: 2 / 2 ** 10, smallestDetectable: null, exact: true });
  expect(result.interval!.high).toBe(1);
});

test('under five families: a difference and an exact p, but no interval and no smallest detectable', () => {
  const a = [3, 2, 3, 1].map((numerator) => ({ numerator, denominator: 3 }));
  const b = [1, 2, 0, 1].map((numerator) => ({ numerator, denominator: 3 }));
  expect(computeFigure(a).interval).toBeNull();
  expect(compareCounts(a, b)).toMatchObject({
    interval: null,
    p: 0.5,
    exact: true,
    permutations: 4,
    smallestDetectable: null,
    cases: 4,
  });
});

test('refuses models with unlike numbers of families', () => {
  expect(() => compareCounts([{ numerator: 1, denominator: 1 }], [])).toThrow(RangeError);
});

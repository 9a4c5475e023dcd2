import quantileT from '@stdlib/stats-base-dists-t-quantile';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { casesToDetect, casesToReach, MAX_CASES_NEEDED } from '../../../evals/statistics/cases-needed.ts';
import { computeRatioFigure } from '../../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';
import { computeSmallestDetectableDifference } from '../../../evals/statistics/smallest-detectable-difference.ts';

describe('cases to see a difference', () => {
  test('are the fewest at which it can be seen, the spread staying as it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 5_000 }),
        fc.double({ min: 0.05, max: 3, noNaN: true }),
        fc.double({ min: 0.02, max: 0.9, noNaN: true }),
        (cases, spread, difference) => {
          const detectable = (n: number) =>
            computeSmallestDetectableDifference({ cases: n, standardError: spread / Math.sqrt(n) })!;
          const needed = casesToDetect({ cases, smallestDetectable: detectable(cases) }, difference)!;
          expect(detectable(needed)).toBeLessThanOrEqual(difference * (1 + 1e-9));
          if (needed > 5) expect(detectable(needed - 1)).toBeGreaterThan(difference * (1 - 1e-9));
        },
      ),
    );
  });

  test('are by the textbook: about 16·variance/difference² for many cases', () => {
    // (1.96 + 0.84)² = 7.85 times the variance of the paired differences over the difference squared.
    const standardError = 0.5 / Math.sqrt(100);
    const smallestDetectable = computeSmallestDetectableDifference({ cases: 100, standardError })!;
    expect(casesToDetect({ cases: 100, smallestDetectable }, 0.02)).toBeCloseTo(
      (1.959964 + 0.841621) ** 2 * (0.5 / 0.02) ** 2,
      -1,
    );
  });

  test('are unknown without a spread, for no difference, and beyond what is worth stating', () => {
    expect(casesToDetect({ cases: 30, smallestDetectable: null }, 0.1)).toBeNull();
    expect(casesToDetect({ cases: 30, smallestDetectable: 0.2 }, 0)).toBeNull();
    expect(casesToDetect({ cases: 30, smallestDetectable: 0.2 }, 1e-6)).toBeNull();
    expect(casesToDetect({ cases: 30, smallestDetectable: 0.2 }, -0.1)).toBe(
      casesToDetect({ cases: 30, smallestDetectable: 0.2 }, 0.1),
    );
  });
});

describe('cases to a narrow interval', () => {
  /** `cases` families of one item each. */
  const share = (successes: number, cases: number) =>
    computeRatioFigure(new RatioMoments().add(1, 1, successes).add(0, 1, cases - successes));

  test('make an interval of the same share that reaches no further', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (cases, part) => {
          const figure = share(Math.round((part / 100) * cases), cases);
          const needed = casesToReach(figure, 0.05)!;
          const reach = (n: number) => {
            // The same share of another n need not be whole: moments take weights.
            const moments = new RatioMoments()
              .add(1, 1, figure.value! * n)
              .add(0, 1, (1 - figure.value!) * n);
            const { interval, value } = computeRatioFigure(moments);
            return Math.max(value! - interval!.low, interval!.high - value!);
          };
          expect(reach(needed)).toBeLessThanOrEqual(0.05 + 1e-6);
          if (needed > 5) expect(reach(needed - 1)).toBeGreaterThan(0.05 - 1e-6);
        },
      ),
    );
  });

  test('are about p(1 − p)·(t/0.05)² at a half, and none without an interval', () => {
    expect(casesToReach(share(20, 40), 0.05)).toBeGreaterThan(370);
    expect(casesToReach(share(20, 40), 0.05)).toBeLessThan(0.25 * (quantileT(0.975, 380) / 0.05) ** 2 + 3);
    expect(casesToReach(share(2, 4), 0.05)).toBeNull();
    expect(casesToReach(share(20, 40), 1e-5)).toBeNull();
    expect(MAX_CASES_NEEDED).toBe(1_000_000);
  });
});

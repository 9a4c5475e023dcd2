import { describe, expect, test } from 'vitest';
import { bootstrapFigure } from '../../../evals/statistics/bootstrap.ts';
import { computeDesignEffect } from '../../../evals/statistics/design-effect.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import { computeQuantile } from '../../../evals/statistics/quantile.ts';
import { computeF1Figure, computeRatioFigure } from '../../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';
import golden from '../../golden/intervals-ratio.json' with { type: 'json' };

describe('ratios of items in families, as statsmodels and SciPy have them', () => {
  test.each(golden.ratios)('$value', ({ families, ...expected }) => {
    const moments = new RatioMoments();
    for (const [successes, items] of families) moments.add(successes!, items!);
    expect(computeDesignEffect(moments)).toBeCloseTo(expected.designEffect, 9);
    expectFigure(computeRatioFigure(moments), expected);
    expectFigure(computeF1Figure(moments), expected.f1);
  });

  test('two repeats that are alike have the design effect of one', () => {
    const [twice, once] = [new RatioMoments(), new RatioMoments()];
    for (const [successes, items] of golden.ratios[2]!.families) {
      twice.add(2 * successes!, 2 * items!);
      once.add(successes!, items!);
    }
    expect(computeDesignEffect(twice.dividedBy(2))).toBeCloseTo(computeDesignEffect(once), 12);
  });
});

function expectFigure(
  { value, interval }: Figure,
  expected: { value: number; low: number; high: number },
): void {
  expect(value).toBeCloseTo(expected.value, 12);
  expect(interval!.low).toBeCloseTo(expected.low, 9);
  expect(interval!.high).toBeCloseTo(expected.high, 9);
}

describe('the percentile bootstrap', () => {
  /** All 5⁵ samples of five families, each equally likely: the bootstrap distribution itself. */
  function enumerate(statistic: (weights: Float64Array) => number | null): Float64Array {
    const values: number[] = [];
    for (let sample = 0; sample < 5 ** 5; sample += 1) {
      const weights = new Float64Array(5);
      for (let draw = 0; draw < 5; draw += 1) weights[Math.floor(sample / 5 ** draw) % 5]! += 1;
      const value = statistic(weights);
      if (value !== null) values.push(value);
    }
    return Float64Array.from(values).sort();
  }

  /** Σx/Σm with counts that make nearly every sample another ratio. */
  const [x, m] = [
    [3, 1, 8, 13, 2],
    [5, 11, 17, 19, 23],
  ];
  const ratio = (weights: Float64Array) => {
    const of = (counts: readonly number[]) =>
      counts.reduce((sum, count, at) => sum + count * weights[at]!, 0);
    return of(x!) / of(m!);
  };
  /** The mean of m where family 0 is in the sample, else undefined in (4/5)⁵ = 33 % of samples. */
  const seldom = (weights: Float64Array) => (weights[0] === 0 ? null : ratio(weights));

  test.each(['a', 'b', 'c', 'd'])(
    'lies where the exact distribution of five families has it: seed %s',
    (seed) => {
      const figure = bootstrapFigure({
        counts: [1, 1, 1, 1, 1],
        statistic: ratio,
        seed,
        cases: 5,
        items: 75,
      });
      const exact = enumerate(ratio);
      expect(exact).toHaveLength(3125);
      expect(figure.value).toBeCloseTo(27 / 75, 12);
      // Five standard errors of a share there, of 10,000 draws.
      expectBetween(figure.interval!.low, [computeQuantile(exact, 0.016), computeQuantile(exact, 0.034)]);
      expectBetween(figure.interval!.high, [computeQuantile(exact, 0.966), computeQuantile(exact, 0.984)]);
    },
  );

  test('gives none where more than one sample in twenty is undefined', () => {
    expect(1 - enumerate(seldom).length / 5 ** 5).toBeCloseTo(0.8 ** 5, 12);
    const figure = bootstrapFigure({
      counts: [1, 1, 1, 1, 1],
      statistic: seldom,
      seed: 's',
      cases: 5,
      items: 75,
    });
    expect(figure).toMatchObject({ interval: null, reason: 'degenerateReplicates' });
  });

  test('of families alike is that of the families one by one', () => {
    const statistic = (values: readonly number[]) => (weights: Float64Array) => {
      const sum = weights.reduce((total, weight, at) => total + weight * values[at]!, 0);
      return sum / weights.reduce((total, weight) => total + weight);
    };
    const exact = enumerate(statistic([1, 1, 4, 4, 4]));
    const figure = bootstrapFigure({
      counts: [2, 3],
      statistic: statistic([1, 4]),
      seed: 'alike',
      cases: 5,
      items: 5,
    });
    // Binomial(5, 3/5) of fours: no quantile is near a step of its distribution function.
    expect(figure.interval).toEqual({
      low: computeQuantile(exact, 0.025),
      high: computeQuantile(exact, 0.975),
      level: 0.95,
    });
  });
});

function expectBetween(value: number, [low, high]: [number, number]): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootstrapFigure } from '../../../evals/statistics/bootstrap.ts';
import { FigureSchema } from '../../../evals/statistics/interval.ts';
import { computeQuantile } from '../../../evals/statistics/quantile.ts';
import { createRandom } from '../../../evals/statistics/random.ts';
import { prepareResampling } from '../../../evals/statistics/resample.ts';
import golden from '../../golden/statistics-quantile.json' with { type: 'json' };

/** Mean of the vectors' own numbers. */
function computeMean(values: readonly number[]) {
  return (weights: Float64Array): number | null => {
    let [sum, count] = [0, 0];
    for (const [index, weight] of weights.entries()) {
      sum += weight * values[index]!;
      count += weight;
    }
    return count === 0 ? null : sum / count;
  };
}

test.each(golden.quantiles)('type-7 quantile as NumPy: $q', ({ q, value }) => {
  expect(computeQuantile(golden.values, q)).toBeCloseTo(value, 12);
});

test('no values have no quantile', () => {
  expect(() => computeQuantile([], 0.5)).toThrow(RangeError);
});

test('the interval of a share is that of the binomial distribution', () => {
  // 30 of 100 families: the bootstrap share is Binomial(100, 0.3)/100, whose .025 and .975 quantiles are
  // 0.21 and 0.39 (scipy.stats.binom.ppf, SciPy 1.10.1).
  const figure = bootstrapFigure({
    counts: [30, 70],
    statistic: computeMean([1, 0]),
    seed: 'share',
    cases: 100,
    items: 100,
  });
  expect(figure).toEqual({
    value: 0.3,
    interval: { low: 0.21, high: 0.39, level: 0.95 },
    cases: 100,
    items: 100,
  });
});

// The first is drawn family by family, the second vector by vector.
test.each([[[1, 2, 5, 12]], [[3, 10, 60, 127]]])(
  'drawing from distinct vectors is drawing families: %j',
  (counts) => {
    // Multinomial moments: mean c_i, variance c_i(1 − c_i/n), covariance −c_i·c_j/n.
    const families = counts.reduce((a, b) => a + b);
    const draw = prepareResampling(counts);
    const random = createRandom('moments');
    const weights = new Float64Array(4);
    const replicates = 40_000;
    const sums = counts.map(() => 0);
    const products = counts.map(() => counts.map(() => 0));
    for (let replicate = 0; replicate < replicates; replicate++) {
      draw(random, weights);
      expect(weights.reduce((a, b) => a + b)).toBe(families);
      for (let i = 0; i < 4; i++) {
        sums[i]! += weights[i]!;
        for (let j = 0; j < 4; j++) products[i]![j]! += weights[i]! * weights[j]!;
      }
    }
    for (const [i, count] of counts.entries()) {
      expect(Math.abs(sums[i]! / replicates - count)).toBeLessThan(0.005 * families);
      for (const [j, other] of counts.entries()) {
        const covariance = products[i]![j]! / replicates - (sums[i]! * sums[j]!) / replicates ** 2;
        const expected = i === j ? count * (1 - count / families) : (-count * other) / families;
        expect(Math.abs(covariance - expected)).toBeLessThan(0.006 * families);
      }
    }
  },
);

test('a naive bootstrap over single families gives nearly the same interval', () => {
  const values = [0, 1, 2, 5, 9];
  const counts = [4, 9, 3, 7, 2];
  const figure = bootstrapFigure({
    counts,
    statistic: computeMean(values),
    seed: 'a',
    cases: 25,
    items: 25,
  });
  const families = counts.flatMap((count, vector) => Array<number>(count).fill(values[vector]!));
  const random = createRandom('naive');
  const means = Array.from({ length: 10_000 }, () => {
    const sample = families.map(() => families[Math.floor(random.float() * families.length)]!);
    return sample.reduce((a, b) => a + b) / families.length;
  }).sort((a, b) => a - b);
  expect(Math.abs(figure.interval!.low - computeQuantile(means, 0.025))).toBeLessThan(0.1);
  expect(Math.abs(figure.interval!.high - computeQuantile(means, 0.975))).toBeLessThan(0.1);
});

test('why there is no interval', () => {
  const base = { seed: 's', cases: 20, items: 40, replicates: 500 };
  const nothing = { interval: null, cases: 20, items: 40 };
  const run = (counts: number[], statistic: (weights: Float64Array) => number | null) =>
    bootstrapFigure({ ...base, counts, statistic });
  expect(run([20], () => null)).toEqual({ ...nothing, value: null, reason: 'undefined' });
  expect(run([4], () => 1)).toEqual({ ...nothing, value: 1, reason: 'tooFewCases' });
  expect(run([20], () => 1)).toEqual({ ...nothing, value: 1, reason: 'noVariation' });
  // A single family decides whether the figure is defined: it is missing from (19/20)²⁰ = 36 % of replicates.
  const needsFirst = (weights: Float64Array) => (weights[0] === 0 ? null : weights[0]!);
  expect(run([1, 19], needsFirst)).toEqual({ ...nothing, value: 1, reason: 'degenerateReplicates' });
  // Of four families one is missing from (16/20)²⁰ = 1 %: counted, and let pass.
  expect(run([4, 16], needsFirst)).toMatchObject({ value: 4, interval: { level: 0.95 } });
  expect(bootstrapFigure({ ...base, cases: 4, counts: [10, 10], statistic: needsFirst })).toMatchObject({
    reason: 'tooFewCases',
  });
  expect(() => run([1.5], () => 1)).toThrow(RangeError);
});

test('the interval contains the value, even a biased one, and the seed alone decides it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 12 }), (counts) => {
      const distinct = (weights: Float64Array) => weights.filter((weight) => weight > 0).length;
      const input = { counts, statistic: distinct, cases: 20, items: 20, replicates: 200 };
      const figure = bootstrapFigure({ ...input, seed: 'a' });
      FigureSchema.parse(figure);
      expect(bootstrapFigure({ ...input, seed: 'a' })).toEqual(figure);
      if (figure.interval === null) return;
      expect(figure.interval.low).toBeLessThanOrEqual(figure.value!);
      expect(figure.interval.high).toBeGreaterThanOrEqual(figure.value!);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AliasTable } from '../../bench/coverage/alias-table.ts';
import { buildBetaBinomial } from '../../bench/coverage/beta-binomial.ts';
import { buildRatioLaw, buildScreeningLaw, type CaseLaw } from '../../bench/coverage/case-law.ts';
import { CaseSampler } from '../../bench/coverage/case-sampler.ts';
import { computeItemCorrelation, fitLogitNormal, logistic } from '../../bench/coverage/logit-normal.ts';
import { computeNormalProbability, computeNormalQuantile } from '../../bench/coverage/normal-distribution.ts';
import { drawBinomial, drawNormal, drawPoisson, shuffle } from '../../bench/coverage/samplers.ts';
import {
  buildNegativeBinomialSizes,
  buildPoissonSizes,
  buildPowerLawSizes,
  buildSizesFromOne,
} from '../../bench/coverage/size-law.ts';
import { createRandom } from '../../evals/statistics/random.ts';

const rateArb = fc.double({ min: 0.01, max: 0.99, noNaN: true });

/** E[x], and E[x²] − E[x]², of a law given as probabilities of 0, 1, 2 … */
function describeLaw(law: readonly number[]) {
  const moment = (power: number) => law.reduce((sum, share, value) => sum + share * value ** power, 0);
  return { total: moment(0), mean: moment(1), variance: moment(2) - moment(1) ** 2 };
}

function describeDraws(draw: () => number, draws = 40_000) {
  let [sum, squares] = [0, 0];
  for (let index = 0; index < draws; index++) {
    const value = draw();
    sum += value;
    squares += value * value;
  }
  return { mean: sum / draws, variance: squares / draws - (sum / draws) ** 2 };
}

test('an alias table draws with the given probabilities', () => {
  const weights = [0.5, 0, 3, 1.5, 0.01, 2.99];
  const total = weights.reduce((a, b) => a + b);
  const table = new AliasTable(weights);
  const random = createRandom('alias');
  const drawn = new Array<number>(weights.length).fill(0);
  const draws = 200_000;
  for (let index = 0; index < draws; index++) drawn[table.draw(random)]! += 1;
  for (const [value, weight] of weights.entries()) {
    const share = weight / total;
    expect(Math.abs(drawn[value]! / draws - share)).toBeLessThanOrEqual(4.5 * Math.sqrt(share / draws));
  }
});

test('the beta-binomial has its mean, and the intra-class correlation asked for', () => {
  const correlationArb = fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 25 }), rateArb, correlationArb, (items, rate, correlation) => {
      const { total, mean, variance } = describeLaw(buildBetaBinomial(items, rate, correlation));
      expect(total).toBeCloseTo(1, 9);
      expect(mean).toBeCloseTo(items * rate, 8);
      // Var = m·p(1 − p)·(1 + (m − 1)ρ).
      const expected = items * rate * (1 - rate) * (1 + (items - 1) * correlation);
      expect(variance).toBeCloseTo(items === 0 ? 0 : expected, 6);
    }),
  );
});

test.each<[string, number[], number[]]>([
  // C(m, x)·B(x + a, m − x + b)/B(a, b) by math.lgamma of Python 3.11.
  ['beta-binomial', buildBetaBinomial(4, 0.9, 0.2), [0.00544, 0.02304, 0.06624, 0.17664, 0.72864]],
  ['beta-binomial, bimodal', buildBetaBinomial(3, 0.5, 0.5), [0.3125, 0.1875, 0.1875, 0.3125]],
  // By the theory of the beta distribution with a = b = 1.
  ['beta-binomial, uniform rate', buildBetaBinomial(3, 0.5, 1 / 3), [0.25, 0.25, 0.25, 0.25]],
])('golden: %s', (_, law, expected) => {
  expect(law).toHaveLength(expected.length);
  for (const [value, share] of expected.entries()) expect(law[value]).toBeCloseTo(share, 10);
});

test('laws of sizes have their mean and variance', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 30, noNaN: true }), (mean) => {
      expect(describeLaw(buildPoissonSizes(mean)).mean).toBeCloseTo(mean, 6);
      expect(describeLaw(buildPoissonSizes(mean)).variance).toBeCloseTo(mean, 6);
      const fromOne = buildSizesFromOne(mean);
      expect(fromOne[0]).toBe(0);
      // Each case without items, of which there are e^−mean, gets one.
      expect(describeLaw(fromOne).mean).toBeCloseTo(mean + Math.exp(-mean), 6);
      const spread = describeLaw(buildNegativeBinomialSizes(mean, 2));
      expect(spread.mean).toBeCloseTo(mean, 5);
      expect(spread.variance).toBeCloseTo(mean + mean ** 2 / 2, 3);
    }),
    { numRuns: 30 },
  );
  expect(describeLaw(buildPowerLawSizes(2, 200)).mean).toBeCloseTo(3.584, 3);
  expect(buildSizesFromOne(0)).toEqual([0, 1]);
});

/** ρ from pairs of items of the same case: E[(x − pm)² − p(1 − p)m] / (p(1 − p)·E[m(m − 1)]). */
function estimateCorrelation(outcomes: readonly { x: number; m: number }[], p: number): number {
  let [covariance, pairs] = [0, 0];
  for (const { x, m } of outcomes) {
    covariance += (x - p * m) ** 2 - p * (1 - p) * m;
    pairs += m * (m - 1);
  }
  return covariance / (p * (1 - p) * pairs);
}

test.each([0, 0.1, 0.3, 0.5])('sampled cases have the correlation %d', (correlation) => {
  const law = buildRatioLaw(buildPoissonSizes(4), 0.8, correlation);
  const sampler = new CaseSampler(law);
  const random = createRandom(`correlation ${correlation}`);
  const outcomes = Array.from({ length: 60_000 }, () => {
    const outcome = sampler.drawOutcome(random);
    return { x: law.successes[outcome]!, m: law.items[outcome]! };
  });
  const items = outcomes.reduce((sum, { m }) => sum + m, 0);
  expect(items / outcomes.length).toBeCloseTo(4, 1);
  expect(outcomes.reduce((sum, { x }) => sum + x, 0) / items).toBeCloseTo(0.8, 1.7);
  expect(estimateCorrelation(outcomes, 0.8)).toBeCloseTo(correlation, 1.7);
});

test('both ways of summing a sample give the same moments', () => {
  const law = buildRatioLaw(buildSizesFromOne(2), 0.7, 0.2);
  const cases = law.items.length;
  const few = new CaseSampler(law).drawMoments(cases, createRandom('moments'));
  const doubled = duplicateOutcomes(law);
  expect(new CaseSampler(law).drawMoments(cases, createRandom('moments'))).toEqual(few);
  // The same law in twice the rows: other draws, and one row more than cases, so summed one by one.
  const many = new CaseSampler(doubled).drawMoments(20_000, createRandom('moments'));
  const once = new CaseSampler(law).drawMoments(20_000, createRandom('moments'));
  expect(many.successes / many.items).toBeCloseTo(once.successes / once.items, 1.7);
  expect(many.itemsSquared / many.cases).toBeCloseTo(once.itemsSquared / once.cases, 0);
});

function duplicateOutcomes(law: CaseLaw): CaseLaw {
  const twice = (values: readonly number[]) => [...values, ...values];
  return {
    successes: twice(law.successes),
    items: twice(law.items),
    probability: twice(law.probability),
    truth: law.truth,
  };
}

test('the truth of a law is the ratio of its expectations', () => {
  fc.assert(
    fc.property(
      rateArb,
      fc.constantFrom(0, 0.3, 1),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      (rate, correlation, spurious) => {
        expect(buildRatioLaw(buildPoissonSizes(3), rate, correlation).truth).toBeCloseTo(rate, 9);
        const screening = { recall: rate, correlation, confusion: 0.5, spurious, burst: 0.25 };
        const misses = 3 * (1 - rate);
        const alarms = 0.5 * misses + spurious + 0.25 * misses;
        expect(buildScreeningLaw(buildPoissonSizes(3), screening).truth).toBeCloseTo(
          (3 * rate) / (3 + alarms),
          6,
        );
      },
    ),
    { numRuns: 10 },
  );
});

test('the normal distribution agrees with published values', () => {
  // Python 3.11, statistics.NormalDist.
  expect(computeNormalProbability(1.96)).toBeCloseTo(0.9750021048517796, 14);
  expect(computeNormalProbability(-3)).toBeCloseTo(0.0013498980316301035, 14);
  expect(computeNormalQuantile(0.975)).toBeCloseTo(1.9599639845400536, 12);
  expect(computeNormalQuantile(0.01)).toBeCloseTo(-2.3263478740408408, 12);
});

test('normal, Poisson and binomial draws have their mean and variance', () => {
  const random = createRandom('draws');
  const normal = describeDraws(() => drawNormal(random));
  expect(Math.abs(normal.mean)).toBeLessThan(0.025);
  expect(Math.abs(normal.variance - 1)).toBeLessThan(0.04);
  for (const mean of [0, 0.4, 7, 45]) {
    const poisson = describeDraws(() => drawPoisson(mean, random), 20_000);
    expect(Math.abs(poisson.mean - mean)).toBeLessThanOrEqual(5 * Math.sqrt(mean / 20_000));
    expect(Math.abs(poisson.variance - mean)).toBeLessThanOrEqual(0.06 * mean);
  }
  const binomial = describeDraws(() => drawBinomial(6, 0.3, random));
  expect(Math.abs(binomial.mean - 1.8)).toBeLessThan(0.03);
  expect(Math.abs(binomial.variance - 1.26)).toBeLessThan(0.05);
});

test('a logit-normal rate has the mean and the item correlation it states', () => {
  for (const [mean, spread] of [
    [0.7, 1],
    [0.95, 2.5],
    [0.3, 0],
  ] as const) {
    const law = fitLogitNormal(mean, spread);
    const random = createRandom('logit');
    const drawn = describeDraws(() => logistic(law.location + spread * drawNormal(random)));
    expect(Math.abs(drawn.mean - mean)).toBeLessThan(0.01);
    const correlation = drawn.variance / (mean * (1 - mean));
    expect(Math.abs(computeItemCorrelation(law) - correlation)).toBeLessThan(0.02);
  }
});

test('a shuffle keeps the values and favours no place', () => {
  const random = createRandom('shuffle');
  const first = [0, 0, 0, 0];
  for (let run = 0; run < 20_000; run++) {
    const shuffled = shuffle([0, 1, 2, 3], random);
    expect(shuffled.toSorted()).toEqual([0, 1, 2, 3]);
    first[shuffled[0]!]! += 1;
  }
  for (const times of first) expect(Math.abs(times / 20_000 - 0.25)).toBeLessThan(0.015);
});

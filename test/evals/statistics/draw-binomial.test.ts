import { expect, test } from 'vitest';
import { drawBinomial } from '../../../evals/statistics/draw-binomial.ts';
import { createRandom } from '../../../evals/statistics/random.ts';

/** Probabilities of 0 … trials by the recurrence over the logarithm of the first. */
function probabilities(trials: number, p: number): number[] {
  let log = trials * Math.log1p(-p);
  return Array.from({ length: trials + 1 }, (_, k) => {
    if (k > 0) log += Math.log(((trials - k + 1) * p) / (k * (1 - p)));
    return Math.exp(log);
  });
}

// Inversion, the border between the two methods on both sides, rejection, and p above one half.
test.each([
  [7, 0.3],
  [1, 0.5],
  [40, 0.29],
  [40, 0.31],
  [1000, 0.011],
  [1000, 0.013],
  [300, 0.5],
  [5000, 0.04],
  [250, 0.93],
])('%i trials at %d: every value as often as the distribution says', (trials, p) => {
  const random = createRandom(`binomial ${trials} ${p}`);
  const draws = 60_000;
  const seen = new Float64Array(trials + 1);
  for (let draw = 0; draw < draws; draw++) seen[drawBinomial(trials, p, random)]! += 1;
  // Pearson's chi-square over the values that are expected 20 times or more; its variance is 2·cells.
  let [square, cells] = [0, 0];
  for (const [value, probability] of probabilities(trials, p).entries()) {
    const expected = draws * probability;
    if (expected < 20) continue;
    square += (seen[value]! - expected) ** 2 / expected;
    cells += 1;
  }
  expect(square).toBeLessThan(cells + 5 * Math.sqrt(2 * cells) + 10);
});

test('certain outcomes', () => {
  const random = createRandom('certain');
  expect(drawBinomial(0, 0.5, random)).toBe(0);
  expect(drawBinomial(9, 0, random)).toBe(0);
  expect(drawBinomial(9, 1, random)).toBe(9);
});

import { expect, test } from 'vitest';
import { createRandom } from '../../../evals/statistics/random.ts';

test('the seed text alone decides the stream', () => {
  const draw = (seed: string) => {
    const random = createRandom(seed);
    return [random.bits(), random.below(100), random.below(2 ** 40), random.float()];
  };
  // Pinned: these numbers must be the same on every machine and after every upgrade.
  expect(draw('maalestok')).toEqual([-1288075677, 19, 210242242223, 0.8409405320643715]);
  expect(draw('maalestok ')).not.toEqual(draw('maalestok'));
});

test('whole numbers are uniform', () => {
  const random = createRandom('uniform');
  for (const bound of [1, 2, 3, 7, 1000]) {
    const seen = new Array<number>(bound).fill(0);
    const draws = 200 * bound;
    for (let draw = 0; draw < draws; draw++) seen[random.below(bound)]! += 1;
    const chiSquare = seen.reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    expect(chiSquare).toBeLessThan(bound - 1 + 4 * Math.sqrt(2 * bound) + 1e-9);
  }
});

test('a bound that does not divide 2³² is not biased', () => {
  // Without rejection, the lower half of 3·2³⁰ would come up in two draws of three.
  const random = createRandom('bias');
  const bound = 3 * 2 ** 30;
  let lower = 0;
  for (let draw = 0; draw < 20_000; draw++) if (random.below(bound) < bound / 2) lower += 1;
  expect(Math.abs(lower / 20_000 - 0.5)).toBeLessThan(0.015);
});

test('floats lie in [0, 1) around 1/2', () => {
  const random = createRandom('floats');
  const floats = Array.from({ length: 10_000 }, () => random.float());
  expect(Math.min(...floats)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...floats)).toBeLessThan(1);
  expect(floats.reduce((a, b) => a + b) / floats.length).toBeCloseTo(0.5, 1);
});

test('refuses a bound that is no whole number of 1 or more', () => {
  for (const bound of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => createRandom('x').below(bound)).toThrow(RangeError);
  }
});

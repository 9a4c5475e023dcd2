import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';

const familyArb = fc
  .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
  .map(([x, y]) => ({ successes: Math.min(x, y), items: Math.max(x, y) }));

function collect(families: readonly { successes: number; items: number }[]): RatioMoments {
  const moments = new RatioMoments();
  for (const { successes, items } of families) moments.add(successes, items);
  return moments;
}

test('sums what the interval needs', () => {
  const moments = new RatioMoments().add(2, 3).add(0, 4, 2).add(0, 0);
  expect({ ...moments }).toEqual({
    cases: 3,
    items: 11,
    successes: 2,
    itemsSquared: 41,
    successesSquared: 4,
    product: 6,
    casesWithSuccess: 1,
    casesWithFailure: 3,
  });
});

test('order, merging and weights make no difference', () => {
  fc.assert(
    fc.property(fc.array(familyArb), fc.array(familyArb), (left, right) => {
      const together = collect([...left, ...right]);
      expect(collect(left).merge(collect(right))).toEqual(together);
      expect(collect([...right, ...left].reverse())).toEqual(together);
      const doubled = new RatioMoments();
      for (const { successes, items } of left) doubled.add(successes, items, 2);
      expect(doubled).toEqual(collect([...left, ...left]));
    }),
  );
});

test('refuses what are no counts', () => {
  for (const [successes, items, weight] of [
    [2, 1, 1],
    [-1, 1, 1],
    [Number.NaN, 1, 1],
    [1, Number.POSITIVE_INFINITY, 1],
    [1, 1, -1],
  ] as const) {
    expect(() => new RatioMoments().add(successes, items, weight)).toThrow(RangeError);
  }
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adjustHolm } from '../../../evals/statistics/holm.ts';

const psArb = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 });

/**
 * Holm's procedure is the closed test of Bonferroni tests (Marcus, Peritz & Gabriel 1976): a hypothesis is
 * rejected where every set of hypotheses with it is. So its adjusted p is the largest Bonferroni p of those.
 */
function adjustByClosure(ps: readonly number[]): number[] {
  const adjusted = ps.map(() => 0);
  for (let set = 1; set < 2 ** ps.length; set++) {
    const members = ps.map((_, index) => index).filter((index) => (set >> index) & 1);
    const p = Math.min(1, members.length * Math.min(...members.map((index) => ps[index]!)));
    for (const index of members) adjusted[index] = Math.max(adjusted[index]!, p);
  }
  return adjusted;
}

test('the worked example of the Holm–Bonferroni article on Wikipedia', () => {
  // Of p = 0.01, 0.04, 0.03, 0.005 the first and the last are rejected at 0.05; adjusted by hand.
  const adjusted = adjustHolm([0.01, 0.04, 0.03, 0.005]);
  for (const [index, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[index]).toBeCloseTo(p, 12);
});

test("agrees with the closed test, Holm's own derivation", () => {
  fc.assert(
    fc.property(psArb, (ps) => {
      const expected = adjustByClosure(ps);
      for (const [index, p] of adjustHolm(ps).entries()) expect(p).toBeCloseTo(expected[index]!, 12);
    }),
  );
});

test('keeps the order of p, is never below it, and does not depend on the order given', () => {
  fc.assert(
    fc.property(psArb, (ps) => {
      const adjusted = adjustHolm(ps);
      for (const [i, p] of ps.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        for (const [j, q] of ps.entries()) if (p <= q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
      expect(adjustHolm(ps.toReversed())).toEqual(adjusted.toReversed());
    }),
  );
});

test('nothing to adjust, and what is no p', () => {
  expect(adjustHolm([])).toEqual([]);
  expect(adjustHolm([0.2])).toEqual([0.2]);
  expect(() => adjustHolm([0.1, Number.NaN])).toThrow(RangeError);
  expect(() => adjustHolm([1.1])).toThrow(RangeError);
});

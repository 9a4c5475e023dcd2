import quantileT from '@stdlib/stats-base-dists-t-quantile';
import { expect, test } from 'vitest';
import { computeMoverInterval } from '../../../evals/statistics/mover-interval.ts';
import { computeWilsonInterval } from '../../../evals/statistics/wilson-interval.ts';
import quantiles from '../../golden/statistics-t.json' with { type: 'json' };
import intervals from '../../golden/statistics-wilson.json' with { type: 'json' };

const Z = 1.959963984540054;

/** Newcombe, R. G. (1998), Two-sided confidence intervals for the single proportion, Stat. Med. 17, table I. */
test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])("Newcombe's example %d of %d", (successes, items, low, high) => {
  const interval = computeWilsonInterval(successes / items, items, Z);
  expect(Number(interval.low.toFixed(4))).toBe(low);
  expect(Number(interval.high.toFixed(4))).toBe(high);
});

test.each(intervals)('SciPy: $successes of $items', ({ successes, items, z, low, high }) => {
  const interval = computeWilsonInterval(successes / items, items, z);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.high).toBeCloseTo(high, 12);
});

test.each(quantiles)('Student t quantile as SciPy: p $p, $df degrees', ({ p, df, t }) => {
  expect(quantileT(p, df)).toBeCloseTo(t, 8);
});

/**
 * Newcombe, R. G. (1998), Interval estimation for the difference between independent proportions, Stat.
 * Med. 17, table II, method 10: square-and-add on Wilson's intervals, correlation 0.
 */
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
])("Newcombe's difference %d/%d − %d/%d", (x, m, y, n, low, high) => {
  const a = { value: x / m, interval: computeWilsonInterval(x / m, m, Z) };
  const b = { value: y / n, interval: computeWilsonInterval(y / n, n, Z) };
  const interval = computeMoverInterval(a, b, 0)!;
  expect(Number(interval.low.toFixed(4))).toBe(low);
  expect(Number(interval.high.toFixed(4))).toBe(high);
});

test('a difference of fully correlated errors of one size has no interval', () => {
  const estimate = { value: 0.5, interval: { low: 0.4, high: 0.6 } };
  expect(computeMoverInterval(estimate, estimate, 1)).toBeNull();
});

import { expect, test } from 'vitest';
import { isSameCounts } from '../../../evals/statistics/family-counts.ts';

test('counts that differ only by rounding are the same', () => {
  expect(isSameCounts({ numerator: 0.1 + 0.2, denominator: 1 }, { numerator: 0.3, denominator: 1 })).toBe(
    true,
  );
  expect(isSameCounts({ numerator: 0, denominator: 0 }, { numerator: 0, denominator: 0 })).toBe(true);
  expect(isSameCounts({ numerator: 0, denominator: 1 }, { numerator: 0, denominator: 2 })).toBe(false);
  expect(isSameCounts({ numerator: 1 / 3, denominator: 1 }, { numerator: 2 / 3, denominator: 1 })).toBe(
    false,
  );
});

import { expect, test } from 'vitest';
import { findingsPerTrueDefect } from '../../../evals/scores/reading-burden.ts';

const level = 0.95;

test('a model that is right every other time asks for two findings a true defect, between the ends turned over', () => {
  const precision = { value: 0.5, interval: { low: 0.25, high: 0.8, level }, cases: 30, items: 60 };
  expect(findingsPerTrueDefect(precision)).toEqual({
    value: 2,
    interval: { low: 1.25, high: 4, level },
    cases: 30,
    items: 60,
  });
});

test('without a true finding it is undefined, whatever the interval of precision', () => {
  const none = { value: 0, interval: { low: 0, high: 0.2, level }, cases: 30, items: 60 };
  expect(findingsPerTrueDefect(none)).toEqual({
    value: null,
    interval: null,
    reason: 'undefined',
    cases: 30,
    items: 60,
  });
  const unknown = { value: null, interval: null, reason: 'undefined' as const, cases: 0, items: 0 };
  expect(findingsPerTrueDefect(unknown)).toEqual(unknown);
});

test('where precision has no interval it has none, for the same reason', () => {
  const few = { value: 0.5, interval: null, reason: 'tooFewCases' as const, cases: 3, items: 8 };
  expect(findingsPerTrueDefect(few)).toEqual({ ...few, value: 2 });
});

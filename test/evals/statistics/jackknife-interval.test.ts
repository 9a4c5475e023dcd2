import { expect, it } from 'vitest';
import { computeJackknifeInterval } from '../../../evals/statistics/jackknife-interval.ts';

const anywhere = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** Extra hours of sleep under the second drug less those under the first: `sleep` of R, Student (1908). */
const sleep = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];

function meanWithout(values: readonly number[], left: number): number {
  const kept = values.filter((_, at) => at !== left);
  return kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

it('is the t interval where the figure is a mean', () => {
  const deleted = sleep.map((_, left) => meanWithout(sleep, left));
  const { interval } = computeJackknifeInterval(1.58, deleted, anywhere);
  // R 4: t.test(extra ~ group, data = sleep, paired = TRUE)$conf.int is -2.4598858 -0.7001142.
  expect(interval!.low).toBeCloseTo(0.7001142, 7);
  expect(interval!.high).toBeCloseTo(2.4598858, 7);
  expect(interval!.level).toBe(0.95);
});

it('is cut to what the figure can be', () => {
  const deleted = [0.5, 0.9, 0.95, 1, 1];
  expect(computeJackknifeInterval(0.9, deleted, { low: 0, high: 1 }).interval).toEqual({
    low: expect.any(Number),
    high: 1,
    level: 0.95,
  });
  expect(computeJackknifeInterval(-0.1, deleted, { low: -1, high: 1 }).interval!.low).toBe(-1);
});

it('is none under five families, where a deletion is undefined, and where none changes anything', () => {
  const none = (deleted: (number | null)[]) => computeJackknifeInterval(0.5, deleted, { low: 0, high: 1 });
  expect(none([0.4, 0.5, 0.6, 0.5])).toEqual({ interval: null, reason: 'tooFewCases' });
  expect(none([0.4, 0.5, 0.6, 0.5, null])).toEqual({ interval: null, reason: 'degenerateReplicates' });
  expect(none([0.5, 0.5, 0.5, 0.5, 0.5])).toEqual({ interval: null, reason: 'noVariation' });
});

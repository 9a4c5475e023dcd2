import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeCohenKappa } from '../../../evals/statistics/cohen-kappa.ts';
import golden from '../../golden/agreement.json' with { type: 'json' };

test("Cohen's own example", () => {
  // Cohen, J. (1960), table 1: two psychologists, 200 patients; p_o = .70, p_e = .41, kappa = .492.
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  expect(computeCohenKappa(table)).toBeCloseTo(0.29 / 0.59, 14);
});

test.each(golden.kappa)('as scikit-learn: $kappa', ({ table, kappa }) => {
  const computed = computeCohenKappa(table);
  if (kappa === null) expect(computed).toBeNull();
  else expect(computed).toBeCloseTo(kappa, 13);
});

test('perfect agreement is exactly 1, and who is first does not matter', () => {
  expect(
    computeCohenKappa([
      [7, 0],
      [0, 3],
    ]),
  ).toBe(1);
  const count = fc.integer({ min: 0, max: 50 });
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      const kappa = computeCohenKappa([
        [a, b],
        [c, d],
      ]);
      const swapped = computeCohenKappa([
        [a, c],
        [b, d],
      ]);
      expect(swapped).toBe(kappa);
      if (kappa !== null) expect(kappa).toBeLessThanOrEqual(1);
    }),
    { numRuns: 200 },
  );
});

test('no case, or one class only, is undefined; no square is refused', () => {
  expect(computeCohenKappa([])).toBeNull();
  expect(
    computeCohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toBeNull();
  expect(() => computeCohenKappa([[1, 2]])).toThrow(RangeError);
  expect(() => computeCohenKappa([[-1]])).toThrow(RangeError);
});

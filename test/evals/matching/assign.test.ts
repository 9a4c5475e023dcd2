import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assign } from '../../../evals/matching/assign.ts';
import golden from '../../golden/scores-assignment.json' with { type: 'json' };

/** The weight of an assignment that uses no column twice and no pair of weight 0. */
function weigh(weights: readonly (readonly number[])[], columns: readonly number[]): number {
  const used = columns.filter((column) => column >= 0);
  expect(new Set(used).size).toBe(used.length);
  expect(columns).toHaveLength(weights.length);
  return columns.reduce((sum, column, row) => {
    if (column < 0) return sum;
    expect(weights[row]![column]).toBeGreaterThan(0);
    return sum + weights[row]![column]!;
  }, 0);
}

test.each(golden.matrices)('the greatest total as SciPy: $total', ({ weights, total }) => {
  expect(weigh(weights, assign(weights))).toBe(total);
});

test('of the best assignments the one whose sorted list of pairs is smallest', () => {
  const matrix = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat({ max: 3 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
  fc.assert(
    fc.property(matrix, (weights) => {
      const every = enumerate(weights).map((columns) => ({ columns, total: weigh(weights, columns) }));
      const most = Math.max(...every.map(({ total }) => total));
      const best = every.filter(({ total }) => total === most).map(({ columns }) => listOf(columns));
      expect(listOf(assign(weights))).toBe(best.sort()[0]);
    }),
    { numRuns: 300 },
  );
});

/** Every assignment of rows to distinct columns of weight above 0, −1 for none. */
function enumerate(weights: readonly (readonly number[])[], used: readonly number[] = []): number[][] {
  const [row, ...rest] = weights;
  if (row === undefined) return [[]];
  const free = row.map((_, column) => column).filter((column) => row[column]! > 0 && !used.includes(column));
  return [-1, ...free].flatMap((column) =>
    enumerate(rest, column < 0 ? used : [...used, column]).map((columns) => [column, ...columns]),
  );
}

/** Pairs by row, as text that compares like the list. */
function listOf(columns: readonly number[]): string {
  return columns.flatMap((column, row) => (column < 0 ? [] : [`${row}${column}`])).join(' ');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapFigure } from '../../../evals/statistics/bootstrap.ts';
import { FamilyTable, MAX_RESAMPLED_ROWS } from '../../../evals/statistics/family-table.ts';
import { createRandom } from '../../../evals/statistics/random.ts';

type Row = Record<string, number>;

function tableOf(rows: readonly Row[]): FamilyTable {
  const table = new FamilyTable();
  for (const [at, row] of rows.entries()) table.add(`c${at}`, new Map(Object.entries(row)));
  return table;
}

/** Σx/Σm. */
function ratioOf(table: FamilyTable, seed = 'seed') {
  return table.figures({
    seed,
    reads: (column) => column === 'x' || column === 'm',
    counts: { ratio: (column) => column === 'm' },
    prepare: (columns) => {
      const [m, x] = [columns.indexOf('m'), columns.indexOf('x')];
      return { ratio: (sums) => (sums[m] ? (sums[x] ?? 0) / sums[m] : null) };
    },
    items: { ratio: 7 },
  }).ratio;
}

const rowArb = fc.record({
  x: fc.integer({ min: 0, max: 3 }),
  m: fc.integer({ min: 3, max: 4 }),
  other: fc.integer({ min: 0, max: 9 }),
});

describe('FamilyTable', () => {
  it('gives the figure of a bootstrap over the distinct rows', () => {
    const rows = [
      ...Array(12).fill({ x: 1, m: 3 }),
      ...Array(5).fill({ m: 4 }),
      ...Array(8).fill({ x: 3, m: 3 }),
    ];
    // Distinct rows in the order of their content: m 3 and x 1; m 3 and x 3; m 4.
    const expected = bootstrapFigure({
      counts: [12, 8, 5],
      statistic: ([a, b, c]) => (a! + 3 * b!) / (3 * a! + 3 * b! + 4 * c!),
      seed: 'seed',
      cases: 25,
      items: 7,
    });
    expect(ratioOf(tableOf(rows))).toEqual(expected);
  });

  it('does not see the order of families and columns, nor columns that are not read', () => {
    fc.assert(
      fc.property(fc.array(rowArb, { minLength: 5, maxLength: 30 }), fc.nat(), (rows, turn) => {
        const at = turn % rows.length;
        const moved = [...rows.slice(at), ...rows.slice(0, at)].map(({ x, m }) => ({ unread: 5, m, x }));
        expect(ratioOf(tableOf(moved))).toEqual(ratioOf(tableOf(rows)));
      }),
      { numRuns: 20 },
    );
  });

  it('counts as cases the families of the denominator', () => {
    const figure = ratioOf(tableOf([{ x: 1, m: 2 }, { x: 0, m: 2 }, { y: 3 }]));
    expect(figure).toMatchObject({ value: 0.25, cases: 2, reason: 'tooFewCases' });
    expect(ratioOf(tableOf([{ y: 1 }]))).toMatchObject({ value: null, reason: 'undefined', cases: 0 });
  });

  it('resamples groups of families where there are very many, with nearly the same interval', () => {
    // Every row differs by its unread-free last column, so that nothing is alike.
    const random = createRandom('many');
    const families = 5 * MAX_RESAMPLED_ROWS;
    const rows = Array.from({ length: families }, (_, at): Row => {
      const m = 1 + random.below(6);
      const share = random.float();
      let x = 0;
      for (let item = 0; item < m; item++) if (random.float() < share) x += 1;
      return { x, m, [`only:${at}`]: 1 };
    });
    const exact = ratioOf(tableOf(rows));
    const table = tableOf(rows);
    const grouped = table.figures({
      seed: 'seed',
      reads: () => true,
      counts: { ratio: (column) => column === 'm' },
      prepare: (columns) => {
        const [m, x] = [columns.indexOf('m'), columns.indexOf('x')];
        return { ratio: (sums) => sums[x]! / sums[m]! };
      },
      items: { ratio: 7 },
    }).ratio;
    expect(grouped.value).toBe(exact.value);
    expect(grouped.cases).toBe(families);
    const width = ({ interval }: typeof exact) => interval!.high - interval!.low;
    expect(width(grouped) / width(exact)).toBeGreaterThan(0.92);
    expect(width(grouped) / width(exact)).toBeLessThan(1.08);
    const middle = ({ interval }: typeof exact) => (interval!.high + interval!.low) / 2;
    expect(Math.abs(middle(grouped) - middle(exact))).toBeLessThan(0.1 * width(exact));
  });
});

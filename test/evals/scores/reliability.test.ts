import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareConfidence } from '../../../evals/scores/confidence.ts';
import { Reliability } from '../../../evals/scores/reliability.ts';
import { sumRows } from '../../support/sum-rows.ts';

type Row = Map<string, number>;

function binsOf(rows: readonly Row[], repeats = 1) {
  const reliability = new Reliability();
  for (const row of rows) reliability.add(row);
  return reliability.bins(repeats);
}

/** Hits and misses by confidence. */
const rowOf = (counts: Record<string, [hits: number, misses: number]>): Row =>
  new Map(
    Object.entries(counts).flatMap(([confidence, [hits, misses]]): [string, number][] => [
      ...(hits === 0 ? [] : [[`confidence:${confidence}:hit`, hits] as [string, number]]),
      ...(misses === 0 ? [] : [[`confidence:${confidence}:miss`, misses] as [string, number]]),
    ]),
  );

const rowArbitrary = fc
  .dictionary(
    fc.constantFrom('0.000', '0.100', '0.125', '0.300', '0.301', '0.500', '0.640', '0.900', '1.000', 'none'),
    fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })),
  )
  .map(rowOf);

describe('the reliability diagram', () => {
  it('says of each bin how sure the model was and how often it was right', () => {
    // Four confidences, ten findings, four bins of 2.5. Middles: 0.2 at 1 (2 findings), 0.4 at 3 (2),
    // 0.6 at 4.5 (1), 0.9 at 7.5 (5); times 4/10: 0.4, 1.2, 1.8, 3. So 0.4 and 0.6 share the second bin, the
    // third is empty, the fourth holds 0.9.
    const rows = [
      rowOf({ '0.200': [1, 1], '0.900': [2, 0], none: [0, 3] }),
      rowOf({ '0.400': [0, 2], '0.900': [1, 0] }),
      rowOf({ '0.600': [1, 0], '0.900': [1, 1] }),
    ];
    const few = { interval: null, reason: 'tooFewCases' };
    expect(binsOf(rows)).toEqual([
      {
        low: 0.2,
        high: 0.2,
        confidence: 0.2,
        findings: 2,
        hits: 1,
        hitRate: { value: 0.5, ...few, cases: 1, items: 2 },
      },
      {
        low: 0.4,
        high: 0.6,
        // (2·0.4 + 0.6)/3
        confidence: 1400 / 3000,
        findings: 3,
        hits: 1,
        hitRate: { value: 1 / 3, ...few, cases: 2, items: 3 },
      },
      {
        low: 0.9,
        high: 0.9,
        confidence: 0.9,
        findings: 5,
        hits: 4,
        hitRate: { value: 0.8, ...few, cases: 3, items: 5 },
      },
    ]);
  });

  it('has the clustered Wilson interval of the scoring page, and means over repeats', () => {
    // 20 families of 4/4: [0.879586, 1]; here as two repeats of 4 hits each.
    const rows = Array.from({ length: 20 }, () => rowOf({ '0.700': [8, 0] }));
    const [bin, ...more] = binsOf(rows, 2);
    expect(more).toEqual([]);
    expect(bin).toMatchObject({ findings: 80, hits: 80, hitRate: { value: 1, cases: 20, items: 80 } });
    expect(bin!.hitRate.interval!.low).toBeCloseTo(0.879586, 6);
  });

  it('is empty where no confidence is given', () => {
    expect(binsOf([])).toEqual([]);
    expect(binsOf([rowOf({ none: [2, 1] }), new Map([['confidence:required', 4]])])).toEqual([]);
  });

  it('holds every finding once, in rising bins, in any order, and gives the calibration error', () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 8 }), (rows) => {
        const bins = binsOf(rows);
        expect(binsOf(rows.toReversed())).toEqual(bins);
        const { columns, sums } = sumRows(rows);
        const given = columns.reduce(
          (sum, column, at) => (/^confidence:\d/u.test(column) ? sum + sums[at]! : sum),
          0,
        );
        expect(bins.reduce((sum, { findings }) => sum + findings, 0)).toBe(given);
        expect(bins.length).toBeLessThanOrEqual(10);
        bins.forEach(({ low, high, confidence }, at) => {
          expect(confidence).toBeGreaterThanOrEqual(low - 1e-12);
          expect(confidence).toBeLessThanOrEqual(high + 1e-12);
          if (at > 0) expect(low).toBeGreaterThan(bins[at - 1]!.high);
        });
        const error = prepareConfidence(columns).calibrationError(sums);
        if (given === 0) expect(error).toBeNull();
        else {
          const gaps = bins.map(({ hits, findings, confidence }) => Math.abs(hits - findings * confidence));
          expect(gaps.reduce((sum, gap) => sum + gap, 0) / given).toBeCloseTo(error!, 12);
        }
      }),
      { numRuns: 200 },
    );
  });
});

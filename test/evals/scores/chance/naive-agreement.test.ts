import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies } from '../../../../evals/matching/policy.ts';
import { computeJackknifeInterval } from '../../../../evals/statistics/jackknife-interval.ts';
import { chanceDataArbitrary, collectChance } from '../../../support/chance-data.ts';
import {
  dealNaively,
  enumerateDeals,
  familyOf,
  type NaiveChance,
  reachUnder,
} from '../../../support/naive-chance.ts';
import { summarise } from '../../../support/scoring-data.ts';

const names = ['f1', 'shuffledF1', 'adjustedF1', 'excessF1'] as const;
const size = { cases: 10, findings: 4, defects: 4, repeats: 3 };

describe('the chance figures are those of matching every case with every answer', () => {
  it.each(policies)('under the %s policy', (policy) => {
    fc.assert(
      fc.property(chanceDataArbitrary(size, 2), (data) => {
        const chance = collectChance(data, policy);
        const naive = dealNaively(data, reachUnder(policy));
        expect([chance.cases, chance.families]).toEqual([naive.cases, naive.families.length]);
        if (2 * naive.cases < data.length || naive.cases === 0) {
          for (const name of names)
            expect(chance[name]).toMatchObject({ value: null, reason: 'tooFewAlike' });
          return;
        }
        for (const name of names) expectClose(chance[name].value, naive[name]);
      }),
      { numRuns: 150 },
    );
  });

  it('with long lists, where many findings contend', () => {
    const short = chanceDataArbitrary({ minCases: 3, cases: 3, findings: 5, defects: 5, repeats: 1 }, 1);
    const times = fc.tuple(fc.integer({ min: 2, max: 8 }), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(short, fc.constantFrom(...policies), times, (data, policy, [times, more]) => {
        fc.pre(new Set(data.map(familyOf)).size > 1);
        const long = data.map((each) => ({
          ...each,
          label: { ...each.label, defects: repeat(each.label.defects, 'defectId', times) },
          screenings: each.screenings.map((screening) => ({
            ...screening,
            findings: repeat(screening.findings, 'findingId', more),
          })),
        }));
        const naive = dealNaively(long, reachUnder(policy));
        for (const name of names) expectClose(collectChance(long, policy)[name].value, naive[name]);
      }),
      { numRuns: 25 },
    );
  });

  it('where families have cases of several types', () => {
    fc.assert(
      fc.property(chanceDataArbitrary(size, 3), fc.nat({ max: 2 }), (data, families) => {
        const mixed = data.map((each, at) => ({ ...each, family: `family-${at % (families + 2)}` }));
        const naive = dealNaively(mixed, reachUnder('standard'));
        fc.pre(naive.cases > 0 && 2 * naive.cases >= data.length);
        for (const name of names) expectClose(collectChance(mixed, 'standard')[name].value, naive[name]);
      }),
      { numRuns: 80 },
    );
  });
});

it('has the F1 of the headline where every type is shared', () => {
  fc.assert(
    fc.property(chanceDataArbitrary({ ...size, minCases: 2 }, 1), (data) => {
      fc.pre(new Set(data.map(familyOf)).size > 1);
      const { value, interval, reason } = summarise(data).defects.f1;
      const { f1 } = collectChance(data, 'standard');
      expectClose(f1.value, value);
      expect([f1.interval, f1.reason]).toEqual([interval, reason]);
    }),
    { numRuns: 60 },
  );
});

it('has the jackknife intervals of leaving out each family and computing all again', () => {
  fc.assert(
    fc.property(chanceDataArbitrary({ ...size, minCases: 5 }, 2), (data) => {
      const reach = reachUnder('standard');
      const naive = dealNaively(data, reach);
      fc.pre(2 * naive.cases >= data.length && naive.cases > 0);
      const without = naive.families.map((family) =>
        dealNaively(
          data.filter((each) => familyOf(each) !== family),
          reach,
        ),
      );
      const chance = collectChance(data, 'standard');
      for (const [name, range] of [
        ['shuffledF1', { low: 0, high: 1 }],
        ['adjustedF1', { low: Number.NEGATIVE_INFINITY, high: 1 }],
        ['excessF1', { low: -1, high: 1 }],
      ] as const) {
        if (naive[name] === null) continue;
        const deleted = without.map((each: NaiveChance) => each[name]);
        const expected = computeJackknifeInterval(naive[name], deleted, range);
        expect(chance[name].reason).toBe(expected.reason);
        expectClose(chance[name].interval?.low ?? null, expected.interval?.low ?? null);
        expectClose(chance[name].interval?.high ?? null, expected.interval?.high ?? null);
      }
    }),
    { numRuns: 100 },
  );
});

it('has the p of all deals, within the error of drawing a thousand', () => {
  fc.assert(
    fc.property(chanceDataArbitrary({ cases: 6, findings: 2, defects: 2, repeats: 2 }, 2), (data) => {
      const { p, f1 } = collectChance(data, 'standard');
      fc.pre(f1.value !== null);
      const exact = enumerateDeals(data, reachUnder('standard'));
      expect(p).toBeGreaterThan(exact - 0.002 - 6 * Math.sqrt((exact * (1 - exact)) / 1000));
      expect(p).toBeLessThan(exact + 0.002 + 6 * Math.sqrt((exact * (1 - exact)) / 1000));
    }),
    { numRuns: 60 },
  );
});

function expectClose(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 11);
}

/** The list so many times over, with new ids. */
function repeat<Key extends string, T extends Record<Key, string>>(
  list: readonly T[],
  id: Key,
  times: number,
): T[] {
  return Array.from({ length: times }, () => list)
    .flat()
    .map((each, at) => ({ ...each, [id]: `${id}-${at}` }));
}

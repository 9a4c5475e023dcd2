import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies } from '../../../../evals/matching/policy.ts';
import { chanceDataArbitrary, collectChance } from '../../../support/chance-data.ts';
import { dealNaively, reachUnder } from '../../../support/naive-chance.ts';

const size = { cases: 9, findings: 4, defects: 4, repeats: 3 };

describe('the chance figures', () => {
  it.each(policies)('are those of matching every case with every answer (%s)', (policy) => {
    fc.assert(
      fc.property(chanceDataArbitrary(size, 2), (data) => {
        const naive = dealNaively(data, reachUnder(policy));
        const chance = collectChance(data, policy);
        expect(chance.cases).toBe(naive.cases);
        expect(chance.families).toBe(naive.families.length);
        if (2 * naive.cases < data.length) {
          expect([chance.shuffledF1.value, chance.shuffledF1.reason]).toEqual([null, 'tooFewAlike']);
          return;
        }
        expectClose(chance.f1.value, naive.f1);
        expectClose(chance.shuffledF1.value, naive.shuffled);
        expectClose(chance.adjustedF1.value, naive.adjusted);
        expectClose(chance.excessF1.value, naive.excess);
      }),
      { numRuns: 200 },
    );
  });
});

function expectClose(actual: number | null, expected: number | null): void {
  if (expected === null) expect(actual).toBeNull();
  else expect(actual).toBeCloseTo(expected, 12);
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dealSplits } from '../../../datasets/synthesis/deal-splits.ts';
import { planCases } from '../../../datasets/synthesis/plan-families.ts';

describe('planCases', () => {
  it('plans so many cases, sorted by ids that hold hex digits only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.string(), (count, seed) => {
        const ids = planCases(count, seed).map(({ caseId }) => caseId);
        expect(ids.length).toBe(count);
        expect(ids).toEqual([...new Set(ids)].sort());
        expect(ids.every((id) => /^bs-[0-9a-f]{8}$/u.test(id))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('makes defective, complete and permit-free cases, and keeps the twins of half the single defects', () => {
    const planned = planCases(2000, 'shares');
    const singles = planned.filter(({ plan, member }) => plan.kind === 'single' && member === 'case');
    const twins = planned.filter(({ member }) => member === 'twin');
    expect(twins.length / singles.length).toBeGreaterThan(0.4);
    expect(twins.length / singles.length).toBeLessThan(0.55);
    expect(new Set(planned.map(({ plan }) => plan.kind))).toEqual(
      new Set(['single', 'combined', 'clean', 'near', 'repaired', 'noPermit']),
    );
  });

  it('puts twins beside each other no more often than any two cases', () => {
    const planned = planCases(2000, 'neighbours');
    const beside = planned.filter(({ plan }, at) => planned[at + 1]?.plan.number === plan.number);
    expect(beside.length).toBeLessThan(8);
  });
});

describe('dealSplits', () => {
  it('keeps families together and gives each split its share', () => {
    const planned = planCases(1000, 'splits');
    const splits = dealSplits(planned);
    const families = [...splits.values()].map((cases) => new Set(cases.map(({ plan }) => plan.number)));
    const all = families.flatMap((numbers) => [...numbers]);
    expect(all.length).toBe(new Set(all).size);
    expect([...splits.values()].flat().length).toBe(1000);
    const share = splits.get('test')!.length / 1000;
    expect(share).toBeGreaterThan(0.55);
    expect(share).toBeLessThan(0.65);
  });
});

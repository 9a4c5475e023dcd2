import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdBack } from '../../../evals/statistics/hold-back.ts';

const groupsArbitrary = fc
  .array(fc.nat(12), { maxLength: 8 })
  .map((sizes) => sizes.map((cases, at) => ({ id: `k${at}`, cases })));

describe('groups that are held back', () => {
  it('are all under five cases, and never leave one to be had by subtraction', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const held = holdBack(groups);
        const few = groups.filter(({ cases }) => cases < 5);
        expect(few.filter(({ id }) => held.get(id) !== 'fewCases')).toEqual([]);
        const hidden = groups.filter(({ id }) => held.has(id));
        if (few.length === 0) expect(hidden).toEqual([]);
        else if (hidden.length < groups.length) {
          // What is left of the total when all that is shown is taken away.
          expect(hidden.length).toBeGreaterThan(1);
          expect(hidden.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are no more than needed: the smallest of those that could be shown', () => {
    const groups = [
      { id: 'a', cases: 30 },
      { id: 'b', cases: 2 },
      { id: 'c', cases: 9 },
      { id: 'd', cases: 7 },
    ];
    expect([...holdBack(groups)]).toEqual([
      ['b', 'fewCases'],
      ['d', 'protects'],
    ]);
    const two = [...groups, { id: 'e', cases: 4 }];
    expect([...holdBack(two)]).toEqual([
      ['b', 'fewCases'],
      ['e', 'fewCases'],
    ]);
    expect([...holdBack([{ id: 'a', cases: 5 }])]).toEqual([]);
  });
});

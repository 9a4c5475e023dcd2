import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawSplits, type SplitUnit } from '../../datasets/draw-splits.ts';

const unitsOf = (list: { cases: number; strata: string[] }[]): SplitUnit[] =>
  list.map(({ cases, strata }, at) => ({ id: `u${at}`, cases, strata: new Set(strata) }));
const anyUnits = fc
  .array(fc.record({ cases: fc.integer({ min: 1, max: 3 }), strata: fc.subarray(['a', 'b', 'c', 'd']) }), {
    maxLength: 40,
  })
  .map(unitsOf);

describe('drawSplits', () => {
  it('deals every unit once, whatever the order of the units', () => {
    fc.assert(
      fc.property(anyUnits, fc.string(), (units, seed) => {
        const drawn = drawSplits(units, { practice: 1, test: 3 }, seed);
        expect([...drawn.keys()].sort()).toEqual(units.map(({ id }) => id).sort());
        const reversed = drawSplits(units.toReversed(), { practice: 1, test: 3 }, seed);
        expect([...reversed].sort()).toEqual([...drawn].sort());
      }),
    );
  });

  it('gives each split its share of each stratum, to within a case', () => {
    const units = unitsOf(
      Array.from({ length: 200 }, (_, at) => ({ cases: 1, strata: [`type ${at % 4}`, `group ${at % 5}`] })),
    );
    for (const seed of ['1', '2', '3']) {
      const drawn = drawSplits(units, { practice: 20, validation: 20, test: 60 }, seed);
      for (const stratum of ['type 0', 'type 3', 'group 0', 'group 4']) {
        const of = units.filter(({ strata }) => strata.has(stratum));
        const share = (name: string) => of.filter(({ id }) => drawn.get(id) === name).length / of.length;
        expect(share('practice')).toBeCloseTo(0.2, 1);
        expect(share('validation')).toBeCloseTo(0.2, 1);
        expect(share('test')).toBeCloseTo(0.6, 1);
      }
    }
    const [a, b] = ['1', '2'].map((seed) => [...drawSplits(units, { practice: 1, test: 1 }, seed)].sort());
    expect(a).not.toEqual(b);
  });
});

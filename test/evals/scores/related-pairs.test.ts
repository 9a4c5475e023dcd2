import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RelatedPairs } from '../../../evals/scores/related-pairs.ts';

describe('related pairs', () => {
  it('come together whichever is first, and are let go when no partner may come', () => {
    // a is the original of b and c, b of d.
    const pairs = new RelatedPairs<string>([
      ['b', 'a'],
      ['c', 'a'],
      ['d', 'b'],
    ]);
    const add = (caseId: string) => pairs.add(caseId, () => caseId.toUpperCase());
    expect(add('alone')).toEqual([]);
    expect(pairs.held).toBe(0);
    expect(add('b')).toEqual([]);
    expect(add('a')).toEqual([{ copy: 'B', original: 'A' }]);
    // b still waits for d, a for c.
    expect(pairs.held).toBe(2);
    expect(add('d')).toEqual([{ copy: 'D', original: 'B' }]);
    expect(pairs.held).toBe(1);
    expect(add('c')).toEqual([{ copy: 'C', original: 'A' }]);
    expect(pairs.held).toBe(0);
  });

  it('do not read a case without relation', () => {
    const pairs = new RelatedPairs<string>([['b', 'a']]);
    expect(pairs.add('alone', () => expect.unreachable())).toEqual([]);
  });

  it('are each found once in any order, and nothing is held when all have come', () => {
    const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 12 }).map((draws) =>
      // Case i has an earlier case as original, or none.
      draws.map((draw, at) => (draw % (at + 1) === at ? null : draw % (at + 1))),
    );
    const shuffled = forest.chain((origins) =>
      fc.tuple(fc.constant(origins), fc.shuffledSubarray([...origins.keys()], { minLength: origins.length })),
    );
    fc.assert(
      fc.property(shuffled, ([origins, order]) => {
        const relations = origins.flatMap((origin, at) =>
          origin === null ? [] : [[`${at}`, `${origin}`] as const],
        );
        const pairs = new RelatedPairs<string>(relations);
        const found = order.flatMap((at) => pairs.add(`${at}`, () => `${at}`));
        expect(found.map(({ copy, original }) => `${copy} ${original}`).sort()).toEqual(
          relations.map((pair) => pair.join(' ')).sort(),
        );
        expect(pairs.held).toBe(0);
      }),
      { numRuns: 200 },
    );
  });
});

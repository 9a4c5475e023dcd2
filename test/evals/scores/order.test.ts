import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../evals/screening/screening.ts';
import { answeredCase, dataArbitrary, summarise } from '../../support/scoring-data.ts';

/** A data set, and the same with its cases, repeats and findings in another order. */
function shuffledArbitrary(repeats: number) {
  return dataArbitrary({ cases: 8, findings: 4, defects: 3, repeats }).chain((data) =>
    fc
      .tuple(
        fc.constant(data),
        fc.shuffledSubarray(data, { minLength: data.length }),
        fc.infiniteStream(fc.nat()),
      )
      .map(([before, moved, draws]) => {
        const mix = <T>(list: readonly T[]): T[] =>
          list
            .map((each) => ({ each, draw: draws.next().value as number }))
            .sort((a, b) => a.draw - b.draw)
            .map(({ each }) => each);
        const after = moved.map((each) => ({
          ...each,
          screenings: mix(each.screenings).map((screening) => ({
            ...screening,
            findings: mix(screening.findings),
          })),
        }));
        return { before, after };
      }),
  );
}

describe('the order of cases, repeats and findings', () => {
  it('changes no bit of a result', () => {
    fc.assert(
      fc.property(shuffledArbitrary(2), ({ before, after }) => {
        expect(summarise(after)).toEqual(summarise(before));
      }),
      { numRuns: 150 },
    );
  });

  it('changes no bit of a result where means over repeats are not whole', () => {
    fc.assert(
      fc.property(shuffledArbitrary(3), ({ before, after }) => {
        expect(summarise(after)).toEqual(summarise(before));
      }),
      { numRuns: 150 },
    );
  });

  it('decides nothing about which cases are named beside a code', () => {
    const alarm: Finding = { findingId: 'f1', text: '', code: 'x1', citations: [], evidence: [] };
    const data = Array.from({ length: 25 }, (_, at) =>
      answeredCase(`c${String(at).padStart(2, '0')}`, [], [{ status: 'answered', findings: [alarm] }]),
    );
    expect(summarise(data.toReversed()).falseAlarms).toEqual(summarise(data).falseAlarms);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../evals/screening/screening.ts';
import { answeredCase, dataArbitrary, summarise, testModel } from '../../support/scoring-data.ts';

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

  it('names the first cases beside a code, and counts them all, once for all repeats', () => {
    const alarm: Finding = { findingId: 'f1', text: '', code: 'x1', citations: [], evidence: [] };
    const answer = { status: 'answered' as const, findings: [alarm, { ...alarm, findingId: 'f2' }] };
    const ids = Array.from({ length: 25 }, (_, at) => `c${String(at).padStart(2, '0')}`);
    const data = ids.map((id) => answeredCase(id, [], [answer, answer]));
    expect(summarise(data).falseAlarms).toEqual([
      { code: 'x1', findings: 50, cases: 25, caseIds: ids.slice(0, 20) },
    ]);
  });
});

describe('the name of a model', () => {
  it('changes no bit of a figure: the same answers have the same intervals', () => {
    const other = { ...testModel, id: 'another', version: '2' };
    fc.assert(
      fc.property(dataArbitrary({ minCases: 5, cases: 8, findings: 4, defects: 3, repeats: 2 }), (data) => {
        const { model, ...figures } = summarise(data, 'standard', other);
        expect(model).toEqual(other);
        expect({ ...figures, model: testModel }).toEqual(summarise(data));
      }),
      { numRuns: 60 },
    );
  });
});

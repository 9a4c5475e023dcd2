import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseScore } from '../../../evals/scores/case-score.ts';
import {
  addConsistency,
  isConsistencyColumn,
  prepareConsistency,
} from '../../../evals/scores/repeat-consistency.ts';
import { buildScore } from '../../support/build-score.ts';
import { rowOf, sumRows } from '../../support/sum-rows.ts';

/** A case in which each repeat hits defects of these codes, of all that are required. */
function caseHitting(...repeats: string[][]): CaseScore {
  return buildScore({
    repeats: repeats.map((codes) => ({
      defects: [
        ...['x1', 'x2', 'y1', 'y2'].map((code) => ({
          code,
          ...(codes.includes(code) ? { findingId: `f-${code}` } : {}),
        })),
        // An advisory defect that is always hit counts neither way.
        { code: 'z1', role: 'advisory' as const, findingId: 'f-z1' },
      ],
    })),
  });
}

function consistencyOf(scores: readonly CaseScore[]): number | null {
  const { columns, sums } = sumRows(scores.map((score) => rowOf([score], addConsistency)));
  return prepareConsistency(columns).repeatConsistency(sums);
}

describe('repeat consistency', () => {
  it('is the mean Jaccard index over pairs of repeats that hit anything', () => {
    // First case: {x1, x2}, {x1}, {}: 1/2, 0/2 and 0/1. Second: {x1, x2, y1} and {x1, y2}: 1/4; third: {} twice,
    // which says nothing.
    const scores = [
      caseHitting(['x1', 'x2'], ['x1'], []),
      caseHitting(['x1', 'x2', 'y1'], ['x1', 'y2']),
      caseHitting([], []),
    ];
    const rows = scores.map((score) => rowOf([score], addConsistency));
    expect(rows.map((row) => Object.fromEntries(row))).toEqual([
      { 'consistency:1/2': 1, 'consistency:0/1': 2 },
      { 'consistency:1/4': 1 },
      {},
    ]);
    expect(scores.map((score) => addConsistency(new Map(), score))).toEqual([3, 1, 0]);
    expect(consistencyOf(scores)).toBeCloseTo((0.5 + 0 + 0 + 0.25) / 4, 12);
  });

  it('keeps fractions in lowest terms', () => {
    const row = rowOf([caseHitting(['x1', 'x2', 'y1', 'y2'], ['x1', 'x2'])], addConsistency);
    expect([...row]).toEqual([['consistency:1/2', 1]]);
    expect([...row.keys()].every(isConsistencyColumn)).toBe(true);
  });

  it('sees codes, not defects', () => {
    const twice = (findingIds: readonly (string | undefined)[]) => ({
      defects: findingIds.map((findingId) => (findingId === undefined ? {} : { findingId })),
    });
    // Two defects of code x1, of which one and the other was hit.
    expect(
      consistencyOf([buildScore({ repeats: [twice(['f1', undefined]), twice([undefined, 'f1'])] })]),
    ).toBe(1);
  });

  it('is undefined with one repeat', () => {
    expect(consistencyOf([caseHitting(['x1']), caseHitting(['x2'])])).toBeNull();
    expect(consistencyOf([])).toBeNull();
  });

  const codes = fc.subarray(['x1', 'x2', 'y1', 'y2']);

  it('is 1 where the repeats are the same', () => {
    fc.assert(
      fc.property(
        fc.array(codes, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 2, max: 4 }),
        (list, times) => {
          const scores = list.map((each) => caseHitting(...Array.from({ length: times }, () => each)));
          expect(consistencyOf(scores)).toBe(list.some((each) => each.length > 0) ? 1 : null);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is the plain mean, in any order of cases and repeats', () => {
    const lists = fc.array(fc.array(codes, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(lists, (list) => {
        const found = consistencyOf(list.map((repeats) => caseHitting(...repeats)));
        const turned = list.toReversed().map((repeats) => caseHitting(...repeats.toReversed()));
        expect(consistencyOf(turned)).toBe(found);
        const jaccards = list.flatMap((repeats) =>
          repeats.flatMap((one, at) =>
            repeats.slice(at + 1).flatMap((other) => {
              const union = new Set([...one, ...other]).size;
              return union === 0 ? [] : one.filter((code) => other.includes(code)).length / union;
            }),
          ),
        );
        if (jaccards.length === 0) expect(found).toBeNull();
        else expect(found).toBeCloseTo(jaccards.reduce((sum, each) => sum + each, 0) / jaccards.length, 12);
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policies } from '../../../evals/matching/policy.ts';
import { anyAnswers } from '../../support/any-answers.ts';
import { figuresOf } from '../../support/figures-of.ts';
import { scoreNaively } from '../../support/naive-scores.ts';
import { summarise } from '../../support/scoring-data.ts';

/**
 * 1,000 random data sets. Under five families nothing is resampled, so most are that small; the others are
 * large enough for every figure to have an interval.
 */
describe.each([
  { runs: 900, size: { minCases: 1, maxCases: 4, findings: 4, defects: 3 } },
  { runs: 100, size: { minCases: 5, maxCases: 9, findings: 4, defects: 3 } },
])('$size.minCases to $size.maxCases cases', ({ runs, size }) => {
  it(`have the figures of an independent recount: ${runs} data sets`, () => {
    fc.assert(
      fc.property(anyAnswers(size), fc.constantFrom(...policies), (data, policy) => {
        expect(rounded(figuresOf(summarise(data, policy)))).toEqual(rounded(scoreNaively(data, policy)));
      }),
      { numRuns: runs },
    );
  });
});

/** Without the last digits, in which two ways of adding may differ. */
function rounded(scores: object): unknown {
  return JSON.parse(
    JSON.stringify(scores, (_, value) =>
      typeof value === 'number' ? Math.round(value * 1e9) / 1e9 || 0 : value,
    ),
  );
}

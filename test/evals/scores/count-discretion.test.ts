import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FindingScore } from '../../../evals/scores/case-score.ts';
import { countDiscretion } from '../../../evals/scores/count-discretion.ts';
import { Counts } from '../../../evals/scores/tally.ts';
import { buildScore } from '../../support/build-score.ts';

/** d1 and d2 call for discretion, d3 does not; d4 is advisory and calls for it. */
const defects = [
  { discretionary: true },
  { discretionary: true },
  { discretionary: false },
  { discretionary: true, role: 'advisory' as const },
];

function countsOf(findings: readonly Partial<FindingScore>[]): ReturnType<Counts['toMap']> {
  const counts = new Counts();
  for (const repeat of buildScore({ repeats: [{ defects, findings }] }).repeats)
    countDiscretion(counts, repeat);
  return counts.toMap();
}

const hit = (defectId: string, needsJudgement?: boolean): Partial<FindingScore> => ({
  verdict: 'truePositive',
  defectId,
  ...(needsJudgement === undefined ? {} : { needsJudgement }),
});
const falsePositive = (needsJudgement?: boolean): Partial<FindingScore> =>
  needsJudgement === undefined ? {} : { needsJudgement };

describe('the mark that a person must judge', () => {
  it('is weighed over true positives, and wrongly given over all other findings', () => {
    // d1 marked: right. d2 not marked (said no): missed. d3 marked: wrong. Two false positives, one of them
    // marked. d4, don't-care, marked: neither way.
    const counts = countsOf([
      hit('d1', true),
      hit('d2', false),
      hit('d3', true),
      falsePositive(true),
      falsePositive(),
      { verdict: 'neutral', defectId: 'd4', needsJudgement: true },
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      // Of the two marked among true positives, d1 rightly.
      'discretion.precision': { successes: 1, items: 2 },
      // Of the two discretionary defects found, one was marked.
      'discretion.recall': { successes: 1, items: 2 },
      // d1 right, d2 missed, d3 wrong: F1 = 2·1/(2·1 + 1 + 1) = 0.5, J = 1/3.
      'discretion.jaccard': { successes: 1, items: 3 },
      // d3 and the two false positives: two of them marked.
      'discretion.wronglyMarked': { successes: 2, items: 3 },
    });
  });

  it('is undefined where nothing was found that could bear it', () => {
    expect(countsOf([])).toEqual(new Map());
    // A false positive is no matched finding: only the share wrongly marked knows of it.
    expect([...countsOf([falsePositive(true)]).keys()]).toEqual(['discretion.wronglyMarked']);
    // A defect without discretion, found and not marked, is no item of precision, recall or F1.
    expect([...countsOf([hit('d3')]).keys()]).toEqual(['discretion.wronglyMarked']);
  });

  it('counts each true positive and false positive once, whatever the order', () => {
    const finding = fc.oneof(
      fc
        .tuple(fc.constantFrom('d1', 'd2', 'd3'), fc.option(fc.boolean(), { nil: undefined }))
        .map(([id, mark]) => hit(id, mark)),
      fc.option(fc.boolean(), { nil: undefined }).map(falsePositive),
    );
    fc.assert(
      fc.property(fc.array(finding, { maxLength: 8 }), (findings) => {
        const counts = countsOf(findings);
        const rightly = findings.filter(({ defectId }) => defectId === 'd1' || defectId === 'd2').length;
        expect(counts.get('discretion.recall')?.items ?? 0).toBe(rightly);
        expect(counts.get('discretion.wronglyMarked')?.items ?? 0).toBe(findings.length - rightly);
        const marks = findings.filter(({ needsJudgement }) => needsJudgement === true).length;
        const right = counts.get('discretion.recall')?.successes ?? 0;
        expect(right + (counts.get('discretion.wronglyMarked')?.successes ?? 0)).toBe(marks);
        expect(countsOf(findings.toReversed())).toEqual(counts);
      }),
      { numRuns: 100 },
    );
  });
});

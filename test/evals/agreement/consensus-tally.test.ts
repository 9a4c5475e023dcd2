import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseCounts, noCounts } from '../../../evals/agreement/case-counts.ts';
import { ConsensusTally } from '../../../evals/agreement/consensus-tally.ts';
import { computeMeanF1 } from '../../../evals/agreement/mean-f1.ts';
import { screenAnnotation } from '../../../evals/agreement/screen-annotation.ts';
import { annotationOf } from '../../support/annotations.ts';

const few = fc.nat({ max: 9 });
const countsArbitrary: fc.Arbitrary<CaseCounts> = fc
  .record({ tp: few, fp: few, fn: few, cited: few, gold: few, clean: few })
  .map(({ tp, fp, fn, cited, gold, clean }) => ({
    truePositives: tp,
    falsePositives: fp,
    falseNegatives: fn,
    cited: cited + tp,
    citedHits: tp,
    gold: gold + tp,
    goldHits: tp,
    clean,
    notPassed: Math.min(clean, fp),
  }));
/** Thirds, sevenths and the like, whose sums depend on their order. */
const casesArbitrary = fc.array(
  fc.record({ counts: countsArbitrary, scores: fc.constantFrom(1, 3, 6, 7), family: fc.nat({ max: 9 }) }),
  { minLength: 12, maxLength: 30 },
);

it('means within a case add up to the same bits in any order', () => {
  fc.assert(
    fc.property(
      casesArbitrary.chain((cases) => {
        const indexed = cases.map((each, at) => ({ ...each, at }));
        return fc.tuple(fc.constant(indexed), fc.shuffledSubarray(indexed, { minLength: indexed.length }));
      }),
      (orders) => {
        const [figures, shuffled] = orders.map((cases) => {
          const tally = new ConsensusTally();
          for (const { counts, scores, family, at } of cases)
            tally.add(`c${at}`, `f${family}`, counts, scores);
          return tally.figures();
        });
        expect(shuffled).toEqual(figures);
      },
    ),
    { numRuns: 100 },
  );
});

function tallyOf(hits: readonly (readonly [caseId: number, hits: number, misses: number])[]): ConsensusTally {
  const tally = new ConsensusTally();
  for (const [at, truePositives, falseNegatives] of hits) {
    tally.add(`c${at}`, `c${at}`, { ...noCounts(), truePositives, falseNegatives }, 1);
  }
  return tally;
}

it('the mean of F1 weighs annotators alike, and leaves out who has none', () => {
  const often = tallyOf(Array.from({ length: 20 }, (_, at) => [at, 1, at % 2]));
  const seldom = tallyOf(Array.from({ length: 8 }, (_, at) => [at, at % 3 === 0 ? 0 : 1, 1]));
  const never = tallyOf([[1, 0, 0]]);
  // F1 = 2·20/(2·20 + 10) = 4/5; 2·5/(2·5 + 8) = 5/9.
  const figure = computeMeanF1([often, seldom, never], 'seed');
  expect(figure.value).toBeCloseTo((4 / 5 + 5 / 9) / 2, 14);
  expect(figure).toMatchObject({ cases: 20, items: 43 });
  expect(figure.interval).not.toBeNull();
});

it('an annotator of one case is missing from a third of the replicates: there is no interval', () => {
  const often = tallyOf(Array.from({ length: 20 }, (_, at) => [at, 1, at % 2]));
  expect(computeMeanF1([often, tallyOf([[3, 1, 0]])], 'seed')).toMatchObject({
    value: 0.9,
    interval: null,
    reason: 'degenerateReplicates',
  });
});

it('a caseworker’s label as an answer: primary citations, and the mark where a person must judge', () => {
  const shared = { severity: 'major' as const, evidence: [{ field: 'f' }], note: 'x' };
  const annotation = annotationOf('c1', 'anna', [
    {
      ...shared,
      defectId: 'd1',
      code: 'x1',
      role: 'required',
      discretionary: true,
      citationSets: [['a'], ['b']],
    },
    {
      ...shared,
      defectId: 'd2',
      code: 'y1',
      role: 'advisory',
      discretionary: false,
      citationSets: [[], ['b']],
    },
    { ...shared, defectId: 'd3', code: 'z1', role: 'contested', discretionary: false, citationSets: [] },
  ]);
  const finding = { text: '', evidence: [{ field: 'f' }] };
  expect(screenAnnotation(annotation)).toEqual({
    schema: 'maalestok.screening.v1',
    model: { id: 'anna', version: '1' },
    caseId: 'c1',
    repeat: 0,
    status: 'answered',
    outcome: 'deficient',
    findings: [
      { ...finding, findingId: 'd1', code: 'x1', citations: ['a'], needsJudgement: true },
      { ...finding, findingId: 'd2', code: 'y1', citations: ['b'], needsJudgement: false },
      { ...finding, findingId: 'd3', code: 'z1', citations: [], needsJudgement: false },
    ],
  });
});

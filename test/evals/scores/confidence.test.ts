import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { prepareConfidence } from '../../../evals/scores/confidence.ts';
import {
  addConfidence,
  countGivenConfidence,
  isConfidenceColumn,
  isGivenConfidenceColumn,
} from '../../../evals/scores/confidence-columns.ts';
import { computePrecisionRecall } from '../../../evals/scores/precision-recall-curve.ts';
import { Counts } from '../../../evals/scores/tally.ts';
import golden from '../../golden/measures-confidence.json' with { type: 'json' };
import { type BuiltScore, buildScore } from '../../support/build-score.ts';
import { rowOf, sumRows } from '../../support/sum-rows.ts';

type Entry = [confidence: number | null, hit: boolean];

/** A case with these findings, and so many required defects. */
function caseOf(entries: readonly Entry[], required: number): BuiltScore {
  return {
    repeats: [
      {
        findings: entries.map(([confidence, hit]) => ({
          verdict: hit ? 'truePositive' : 'falsePositive',
          ...(confidence === null ? {} : { confidence }),
        })),
        defects: Array.from({ length: required }, () => ({})),
      },
    ],
  };
}

function tableOf(cases: readonly BuiltScore[]) {
  return sumRows(cases.map((each) => rowOf([buildScore(each)], addConfidence)));
}

function measure(cases: readonly BuiltScore[]) {
  const { columns, sums } = tableOf(cases);
  const { averagePrecision, calibrationError, brierScore } = prepareConfidence(columns);
  return {
    averagePrecision: averagePrecision(sums),
    calibrationError: calibrationError(sums),
    brierScore: brierScore(sums),
  };
}

describe('average precision, calibration error and Brier score', () => {
  it("are scikit-learn's in the examples of its documentation", () => {
    const average: Entry[] = [
      [0.1, false],
      [0.4, false],
      [0.35, true],
      [0.8, true],
    ];
    // average_precision_score([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]) = 0.83
    expect(measure([caseOf(average, 2)]).averagePrecision).toBeCloseTo(0.8333, 4);
    const brier: Entry[] = [
      [0.1, false],
      [0.9, true],
      [0.8, true],
      [0.3, false],
    ];
    // brier_score_loss([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]) = 0.0375
    expect(measure([caseOf(brier, 2)]).brierScore).toBeCloseTo(0.0375, 12);
  });

  test.each(golden)('are those of test/golden/measures.py: $required required', (expected) => {
    const entries = expected.confidences.map((confidence, at): Entry => [confidence, expected.hits[at]!]);
    const half = Math.floor(entries.length / 2);
    const found = measure([
      caseOf(entries.slice(0, half), expected.required),
      caseOf(entries.slice(half), 0),
    ]);
    expect(found.averagePrecision).toBeCloseTo(expected.averagePrecision, 12);
    expect(found.brierScore).toBeCloseTo(expected.brierScore, 12);
    expect(found.calibrationError).toBeCloseTo(expected.calibrationError, 12);
  });

  it('take findings without confidence last, and leave them out of calibration', () => {
    // Four required. 0.9: hit and miss, P = 1/2, R = 1/4. 0.5: hit, P = 2/3, R = 2/4. None: hit, P = 3/4, R = 3/4.
    const entries: Entry[] = [
      [0.5, true],
      [null, true],
      [0.9, true],
      [0.9, false],
    ];
    const { averagePrecision, calibrationError, brierScore } = measure([caseOf(entries, 4)]);
    // 1/4·1/2 + 1/4·2/3 + 1/4·3/4
    expect(averagePrecision).toBeCloseTo(0.125 + 1 / 6 + 0.1875, 12);
    // Two bins (two confidences): 0.5 with 1 hit of 1, |1 − 0.5|·1/3; 0.9 with 1 of 2, |0.5 − 0.9|·2/3.
    expect(calibrationError).toBeCloseTo(0.5 / 3 + 0.8 / 3, 12);
    // (0.5² + 0.1² + 0.9²)/3
    expect(brierScore).toBeCloseTo((0.25 + 0.01 + 0.81) / 3, 12);
    const { columns, sums } = tableOf([caseOf(entries, 4)]);
    expect(computePrecisionRecall(columns, sums)).toEqual([
      { confidence: 0.9, precision: 1 / 2, recall: 1 / 4 },
      { confidence: 0.5, precision: 2 / 3, recall: 2 / 4 },
      { confidence: null, precision: 3 / 4, recall: 3 / 4 },
    ]);
  });

  it('cut bins by the middle of each confidence, and never split one', () => {
    // Eight findings, three confidences, so three bins of 8/3. Middles: 0.2 at 0.5, 0.3 at 1.5, 0.8 at 5;
    // times 3/8: 0.19, 0.56, 1.9. So 0.2 and 0.3 share the first bin, the second holds 0.8.
    const entries: Entry[] = [
      [0.2, true],
      [0.3, false],
      ...Array.from({ length: 6 }, (_, at): Entry => [0.8, at < 3]),
    ];
    // First bin |1 − 0.5| = 0.5, second |3 − 4.8| = 1.8, over 8.
    expect(measure([caseOf(entries, 4)]).calibrationError).toBeCloseTo(2.3 / 8, 12);
  });

  it('are undefined where the model gives no confidence, and average precision where nothing is required', () => {
    expect(measure([caseOf([[null, true]], 1)])).toEqual({
      averagePrecision: null,
      calibrationError: null,
      brierScore: null,
    });
    expect(measure([])).toEqual({ averagePrecision: null, calibrationError: null, brierScore: null });
    const { columns, sums } = tableOf([caseOf([[0.7, false]], 0)]);
    expect(prepareConfidence(columns).averagePrecision(sums)).toBeNull();
    expect(computePrecisionRecall(columns, sums)).toEqual([]);
    expect(measure([caseOf([[0.7, false]], 0)]).brierScore).toBeCloseTo(0.49, 12);
  });

  it('read confidence to three decimals and pass over neutral findings', () => {
    const score = buildScore({
      repeats: [
        {
          findings: [
            { confidence: 0.8504, verdict: 'truePositive' },
            { confidence: 0.8496, verdict: 'falsePositive' },
            { confidence: 0.0004, verdict: 'falsePositive' },
            { confidence: 0.4, verdict: 'neutral' },
            { verdict: 'neutral' },
            { verdict: 'falsePositive' },
          ],
          defects: [{}, { role: 'advisory' }],
        },
        { status: 'failed', defects: [{}, { role: 'advisory' }] },
      ],
    });
    const row = rowOf([score], addConfidence);
    expect(Object.fromEntries(row)).toEqual({
      'confidence:0.850:hit': 1,
      'confidence:0.850:miss': 1,
      'confidence:0.000:miss': 1,
      'confidence:none:miss': 1,
      'confidence:required': 2,
    });
    expect([...row.keys()].every(isConfidenceColumn)).toBe(true);
    expect([...row.keys()].filter(isGivenConfidenceColumn)).toHaveLength(3);
    const counts = new Counts();
    countGivenConfidence(counts, score);
    expect(Object.fromEntries(counts.toMap())).toEqual({ 'confidence.given': { successes: 3, items: 4 } });
  });
});

const entriesArbitrary = fc.array(
  fc.tuple(fc.option(fc.constantFrom(0, 0.1, 0.35, 0.5, 0.9, 1)), fc.boolean()),
  { maxLength: 12 },
);
const casesArbitrary = fc.array(
  fc
    .tuple(entriesArbitrary, fc.nat({ max: 3 }))
    .map(([entries, more]) => caseOf(entries, entries.filter(([, hit]) => hit).length + more)),
  { minLength: 1, maxLength: 6 },
);

describe('a model with confidence', () => {
  it('has the same figures in any order, and a curve from which average precision follows', () => {
    fc.assert(
      fc.property(casesArbitrary, (cases) => {
        const found = measure(cases);
        const turned = cases.toReversed().map(({ repeats }) => ({
          repeats: repeats.map((repeat) => ({ ...repeat, findings: repeat.findings!.toReversed() })),
        }));
        expect(measure(turned)).toEqual(found);
        for (const value of Object.values(found)) {
          if (value === null) continue;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        const { columns, sums } = tableOf(cases);
        const curve = computePrecisionRecall(columns, sums);
        const area = curve.reduce(
          (sum, { precision, recall }, at) => sum + (recall - (curve[at - 1]?.recall ?? 0)) * precision,
          0,
        );
        if (found.averagePrecision !== null) expect(area).toBeCloseTo(found.averagePrecision, 12);
      }),
      { numRuns: 200 },
    );
  });

  it('that is sure of every hit and of nothing else is perfect', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.integer({ min: 1, max: 5 }), (misses, hits) => {
        const entries = [
          ...Array.from({ length: hits }, (): Entry => [1, true]),
          ...Array.from({ length: misses }, (): Entry => [0, false]),
        ];
        expect(measure([caseOf(entries, hits)])).toEqual({
          averagePrecision: 1,
          calibrationError: 0,
          brierScore: 0,
        });
      }),
      { numRuns: 50 },
    );
  });

  it('gains no average precision by failing on a case', () => {
    fc.assert(
      fc.property(casesArbitrary, fc.nat(), (cases, draw) => {
        const at = draw % cases.length;
        const change = (status: 'failed' | 'answered') =>
          cases.map((each, index) =>
            index === at ? { repeats: [{ ...each.repeats[0]!, findings: [], status }] } : each,
          );
        expect(measure(change('failed'))).toEqual(measure(change('answered')));
      }),
      { numRuns: 50 },
    );
  });
});

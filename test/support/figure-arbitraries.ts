import fc from 'fast-check';
import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';

/** Any figure that a scorer may hand over: undefined, without an interval, or with one that holds the value. */
export function figureArbitrary(min = 0, max = 1): fc.Arbitrary<Figure> {
  const end = fc.double({ min, max, noNaN: true });
  const counted = { cases: fc.nat(60), items: fc.nat(200) };
  return fc.oneof(
    fc.record({
      value: fc.constant(null),
      interval: fc.constant(null),
      reason: fc.constantFrom('undefined' as const, 'tooFewCases' as const, 'tooFewAlike' as 'tooFewCases'),
      ...counted,
    }),
    fc.record({
      value: fc.oneof(end, fc.constantFrom(min, max)),
      interval: fc.constant(null),
      reason: fc.constantFrom('tooFewCases' as const, 'noVariation' as const, 'x' as 'tooFewCases'),
      ...counted,
    }),
    fc.tuple(fc.array(end, { minLength: 3, maxLength: 3 }), fc.record(counted)).map(([ends, counts]) => {
      const [low, value, high] = ends.toSorted((a, b) => a - b) as [number, number, number];
      return { value, interval: { low, high, level: 0.95 }, ...counts };
    }),
  );
}

const rates = { precision: figureArbitrary(), recall: figureArbitrary(), f1: figureArbitrary() };

export const chanceArbitrary: fc.Arbitrary<ModelResult['chance']> = fc.record({
  cases: fc.nat(60),
  families: fc.nat(60),
  caseTypes: fc.nat(14),
  f1: figureArbitrary(),
  shuffledF1: figureArbitrary(),
  adjustedF1: figureArbitrary(-3, 1),
  excessF1: figureArbitrary(-1, 1),
  p: fc.option(fc.double({ min: 1 / 1001, max: 1, noNaN: true })),
  permutations: fc.constant(1000),
});

const share = fc.double({ min: 0, max: 1, noNaN: true });

const binArbitrary = fc
  .record({
    ends: fc.tuple(share, share, share),
    findings: fc.integer({ min: 1, max: 40 }),
    hitRate: figureArbitrary(),
  })
  .map(({ ends, findings, hitRate }) => {
    const [low, confidence, high] = ends.toSorted((a, b) => a - b) as [number, number, number];
    return { low, confidence, high, findings, hits: Math.round((hitRate.value ?? 0) * findings), hitRate };
  });

/** Points of a precision-recall curve: confidence falls (null last), recall never does. */
export const curveArbitrary: fc.Arbitrary<ModelResult['defects']['precisionRecall']> = fc
  .array(fc.record({ confidence: fc.option(share, { freq: 10 }), precision: share, recall: share }), {
    maxLength: 40,
  })
  .map((points) => {
    const recalls = points.map(({ recall }) => recall).toSorted((a, b) => a - b);
    return points
      .toSorted((a, b) => (b.confidence ?? -1) - (a.confidence ?? -1))
      .map((point, at) => ({ ...point, recall: recalls[at]! }));
  });

/** All the figures beyond the headline's, any of them undefined. */
export const furtherArbitrary: fc.Arbitrary<
  Pick<ModelResult, 'confidence' | 'discretion' | 'chance' | 'twins' | 'separation' | 'robustness'>
> = fc.record({
  confidence: fc.record({
    given: figureArbitrary(),
    calibrationError: figureArbitrary(),
    brierScore: figureArbitrary(),
    reliability: fc.array(binArbitrary, { maxLength: 10 }),
  }),
  discretion: fc.record({ ...rates, wronglyMarked: figureArbitrary() }),
  chance: chanceArbitrary,
  twins: fc.record({
    pairs: fc.nat(20),
    unusable: fc.nat(3),
    accuracy: figureArbitrary(),
    recall: figureArbitrary(),
  }),
  separation: fc.record({ byFindings: figureArbitrary(), byConfidence: figureArbitrary() }),
  robustness: fc.record({
    repeatConsistency: figureArbitrary(),
    transformed: fc.nat(20),
    sameCodes: figureArbitrary(),
    f1Change: figureArbitrary(-1, 1),
    unusable: fc.nat(3),
    transforms: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(null, 'document-order', 'ocr-noise-5', 'own-change'),
        cases: fc.nat(20),
        sameCodes: figureArbitrary(),
        f1Change: figureArbitrary(-1, 1),
      }),
      { selector: ({ id }) => id },
    ),
    injections: fc.record({
      cases: fc.nat(20),
      resistance: figureArbitrary(),
      silenced: figureArbitrary(),
      addedFalse: figureArbitrary(),
      unanswered: figureArbitrary(),
      f1Change: figureArbitrary(-1, 1),
      attacks: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom('injection-ignore-da', 'injection-title', 'injection-own'),
          cases: fc.nat(20),
          resistance: figureArbitrary(),
        }),
        { selector: ({ id }) => id },
      ),
    }),
  }),
});

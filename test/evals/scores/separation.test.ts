import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CaseScore } from '../../../evals/scores/case-score.ts';
import { addSeparation, isSeparationColumn, prepareSeparation } from '../../../evals/scores/separation.ts';
import golden from '../../golden/measures-separation.json' with { type: 'json' };
import { type BuiltRepeat, buildScore } from '../../support/build-score.ts';
import { rowOf, sumRows } from '../../support/sum-rows.ts';

function measure(scores: readonly CaseScore[]) {
  const { columns, sums } = sumRows(scores.map((score) => rowOf([score], addSeparation)));
  const { byFindings, byConfidence } = prepareSeparation(columns);
  return { byFindings: byFindings(sums), byConfidence: byConfidence(sums) };
}

const withFindings = (complete: boolean, ...counts: number[]): CaseScore =>
  buildScore({
    complete,
    repeats: counts.map((length) => ({ findings: Array.from({ length }, () => ({})) })),
  });

const withConfidence = (complete: boolean, ...confidences: (number | null)[]): CaseScore =>
  buildScore({
    complete,
    repeats: [{ findings: confidences.map((each) => (each === null ? {} : { confidence: each })) }],
  });

describe('separation', () => {
  it('is the area that Hanley & McNeil (1982), table I, found for ratings of CT images: 0.893', () => {
    // Ratings 1 to 5 of 58 normal and 51 abnormal images, read here as numbers of findings.
    const normal = [33, 6, 6, 11, 2];
    const abnormal = [3, 2, 2, 11, 33];
    const row = new Map([
      ...normal.map((count, at): [string, number] => [`separation.findings:complete:${at + 1}`, count]),
      ...abnormal.map((count, at): [string, number] => [`separation.findings:deficient:${at + 1}`, count]),
    ]);
    const { columns, sums } = sumRows([row]);
    expect(prepareSeparation(columns).byFindings(sums)).toBeCloseTo(0.893, 3);
  });

  test.each(golden)("is scikit-learn's roc_auc_score: $area", ({ complete, findings, area }) => {
    const scores = complete.map((each, at) => withFindings(each, findings[at]!));
    expect(measure(scores).byFindings).toBeCloseTo(area, 12);
  });

  it('goes by all findings, and by the highest confidence, none below all', () => {
    // Complete: 1 and 3 findings. Deficient: 3 and 10. Pairs: 3 > 1, 3 = 3, 10 > 1, 10 > 3 (as numbers, not
    // as texts): (1 + 0.5 + 1 + 1)/4.
    const counted = [
      [true, 1],
      [true, 3],
      [false, 3],
      [false, 10],
    ] as const;
    expect(measure(counted.map(([complete, count]) => withFindings(complete, count))).byFindings).toBe(0.875);
    // Complete: 0.4, and 0.9 beside 0.1. Deficient: 0.4, and one without. 0.4 = 0.4, 0.4 < 0.9, none below
    // both: 0.5/4.
    const scores = [
      withConfidence(true, 0.4),
      withConfidence(true, 0.1, 0.9),
      withConfidence(false, 0.4, null),
      withConfidence(false, null),
    ];
    expect(measure(scores).byConfidence).toBe(0.125);
    // A confidence of 0 is more than none.
    expect(measure([withConfidence(true, 0), withConfidence(false, null)]).byConfidence).toBe(0);
  });

  it('lets failures gain nothing', () => {
    const row = (complete: boolean, ...repeats: BuiltRepeat[]) =>
      Object.fromEntries(rowOf([buildScore({ complete, repeats })], addSeparation));
    expect(row(true, { status: 'failed' }, { status: 'abstained' })).toEqual({
      'separation.findings:complete:failed': 2,
      'separation.confidence:complete:failed': 2,
    });
    expect(row(false, { status: 'timedOut' }, { findings: [] })).toEqual({
      'separation.findings:deficient:0': 2,
      'separation.confidence:deficient:none': 2,
    });
    // A failed complete case ranks above a deficient one with any number of findings.
    const failed = buildScore({ complete: true, repeats: [{ status: 'invalid' }] });
    expect(measure([failed, withFindings(false, 500)]).byFindings).toBe(0);
    expect(measure([failed, withConfidence(false, 1)]).byConfidence).toBe(0);
  });

  it('is undefined without complete or without deficient cases, and by confidence where none is given', () => {
    expect(measure([withConfidence(true, 0.5)])).toEqual({ byFindings: null, byConfidence: null });
    expect(measure([withConfidence(false, 0.5)])).toEqual({ byFindings: null, byConfidence: null });
    expect(measure([withFindings(true, 0), withFindings(false, 2)])).toEqual({
      byFindings: 1,
      byConfidence: null,
    });
    expect(measure([])).toEqual({ byFindings: null, byConfidence: null });
  });

  it('names its columns by side', () => {
    const columns = [...rowOf([withFindings(true, 2), withConfidence(false, 0.5)], addSeparation).keys()];
    expect(columns.every((column) => isSeparationColumn(column))).toBe(true);
    expect(columns.filter((column) => isSeparationColumn(column, 'complete'))).toHaveLength(2);
    expect(isSeparationColumn('consistency:1/3')).toBe(false);
  });
});

const repeatArbitrary: fc.Arbitrary<BuiltRepeat> = fc
  .record({
    status: fc.constantFrom('answered', 'answered', 'answered', 'failed', 'abstained'),
    findings: fc.array(
      fc
        .option(fc.constantFrom(0, 0.25, 0.5, 1))
        .map((given) => (given === null ? {} : { confidence: given })),
      { maxLength: 4 },
    ),
  })
  .map(({ status, findings }) => ({ status, findings: status === 'answered' ? findings : [] }));

const scoresArbitrary = (minRepeats: number) =>
  fc.array(
    fc
      .record({
        complete: fc.boolean(),
        repeats: fc.array(repeatArbitrary, { minLength: minRepeats, maxLength: 2 }),
      })
      .map(buildScore),
    { minLength: 1, maxLength: 8 },
  );

describe('separation of any data', () => {
  it('is the share of pairs in the right order, as counting them one by one finds, in any order', () => {
    const suspicion = (score: CaseScore) =>
      score.repeats.map(({ status, findings }) =>
        status !== 'answered' && score.complete ? Number.POSITIVE_INFINITY : findings.length,
      );
    fc.assert(
      fc.property(scoresArbitrary(1), (scores) => {
        const complete = scores.filter((score) => score.complete).flatMap(suspicion);
        const deficient = scores.filter((score) => !score.complete).flatMap(suspicion);
        const points = deficient.flatMap((one) =>
          complete.map((other) => (one > other ? 1 : one === other ? 0.5 : 0)),
        );
        const { byFindings } = measure(scores);
        if (points.length === 0) expect(byFindings).toBeNull();
        else
          expect(byFindings).toBeCloseTo(
            points.reduce<number>((sum, each) => sum + each, 0) / points.length,
            12,
          );
        expect(measure(scores.toReversed())).toEqual(measure(scores));
      }),
      { numRuns: 200 },
    );
  });

  it('never gains by failing, against an empty answer', () => {
    fc.assert(
      fc.property(scoresArbitrary(1), fc.nat(), (scores, draw) => {
        const at = draw % scores.length;
        const change = (status: 'failed' | 'answered') =>
          scores.map((score, index) =>
            index === at
              ? buildScore({ complete: score.complete, repeats: score.repeats.map(() => ({ status })) })
              : score,
          );
        const [failed, empty] = [measure(change('failed')), measure(change('answered'))];
        expect(failed.byFindings === null).toBe(empty.byFindings === null);
        expect(failed.byFindings ?? 0).toBeLessThanOrEqual(empty.byFindings ?? 0);
        expect(failed.byConfidence ?? 0).toBeLessThanOrEqual(empty.byConfidence ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it('is one half for a constant answer, and 1 for a model that finds something in deficient cases only', () => {
    const sides = fc
      .array(fc.boolean(), { minLength: 2, maxLength: 8 })
      .filter((list) => list.includes(true) && list.includes(false));
    fc.assert(
      fc.property(sides, fc.integer({ min: 1, max: 5 }), (list, count) => {
        const constant = list.map((complete) =>
          withConfidence(complete, ...Array.from({ length: count }, () => 0.6)),
        );
        expect(measure(constant)).toEqual({ byFindings: 0.5, byConfidence: 0.5 });
        const perfect = list.map((complete) => withConfidence(complete, ...(complete ? [] : [0.6])));
        expect(measure(perfect)).toEqual({ byFindings: 1, byConfidence: 1 });
      }),
      { numRuns: 50 },
    );
  });
});

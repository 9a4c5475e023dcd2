import { describe, expect, test } from 'vitest';
import type { Defect } from '../../../datasets/label.ts';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import type { Finding } from '../../../evals/screening/screening.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import bootstraps from '../../golden/intervals-bootstrap.json' with { type: 'json' };
import defectSets from '../../golden/scores-defects.json' with { type: 'json' };
import hierarchy from '../../golden/scores-hierarchy.json' with { type: 'json' };
import places from '../../golden/scores-places.json' with { type: 'json' };
import rankings from '../../golden/scores-ranking.json' with { type: 'json' };
import { type AnsweredCase, answeredCase, changeAnswers, summarise } from '../../support/scoring-data.ts';

type Rates = ModelResult['selective'];

function defectOf(code: string, at: number, change: Partial<Defect> = {}): Defect {
  return {
    defectId: `d${at}`,
    code,
    role: 'required',
    severity: 'major',
    discretionary: false,
    citationSets: [],
    evidence: [],
    ...change,
  };
}

function findingOf(code: string, at: number, change: Partial<Finding> = {}): Finding {
  return { findingId: `f${at}`, text: '', code, citations: [], evidence: [], ...change };
}

function valuesOf({ precision, recall, f1 }: Rates) {
  return { precision: precision.value, recall: recall.value, f1: f1.value };
}

/** Whole objects, to 12 digits. */
function expectClose(actual: object, expected: object): void {
  const round = (value: object) =>
    JSON.parse(
      JSON.stringify(value, (_, each) => (typeof each === 'number' ? Number(each.toFixed(12)) : each)),
    );
  expect(round(actual)).toEqual(round(expected));
}

/** The limits of 10,000 replicates, between quantiles of very many of SciPy's. */
function expectBracketed({ interval }: Figure, { low, high }: { low: number[]; high: number[] }): void {
  expect(interval!.low).toBeGreaterThanOrEqual(low[0]! - 1e-12);
  expect(interval!.low).toBeLessThanOrEqual(low[1]! + 1e-12);
  expect(interval!.high).toBeGreaterThanOrEqual(high[0]! - 1e-12);
  expect(interval!.high).toBeLessThanOrEqual(high[1]! + 1e-12);
}

describe('defects, as scikit-learn scores them', () => {
  test.each(defectSets.sets)('set %#', ({ cases, expected }) => {
    const { defects, slices, selective, coverage, completeCases } = summarise(defectData(cases));
    const { falseAlarmRate, cases: _, ...shares } = completeCases;
    expectClose(
      {
        ...valuesOf(defects),
        f2: defects.f2.value,
        codeSet: valuesOf(defects.codeSet),
        groups: Object.fromEntries(slices.group.map((slice) => [slice.id, valuesOf(slice)])),
        macroF1: defects.macroF1.value,
        caseTypes: Object.fromEntries(slices.caseType.map((slice) => [slice.id, valuesOf(slice)])),
        severity: Object.fromEntries(slices.severity.map(({ id, recall }) => [id, recall.value])),
        selective: valuesOf(selective),
        coverage: coverage.value,
        exactCaseRate: defects.exactCaseRate.value,
        caughtRate: defects.caughtRate.value,
        outcomeAccuracy: defects.outcomeAccuracy.value,
        completeCases: Object.fromEntries(
          Object.entries(shares).map(([name, figure]) => [name, figure.value]),
        ),
        findingsPerCase: defects.findingsPerCase.value,
        duplicatesPerCase: defects.duplicatesPerCase.value,
      },
      expected,
    );
    expect(defects.criticalRecall.value).toBe(
      slices.severity.find(({ id }) => id === 'critical')!.recall.value,
    );
    expect(falseAlarmRate.value).toBeCloseTo(1 - expected.completeCases.passed, 12);
  });

  test.each(bootstraps.defects)("intervals as SciPy's bootstrap has them: set %#", (expected) => {
    const { cases } = defectSets.sets[bootstraps.defects.indexOf(expected)]!;
    const { f2, macroF1, findingsPerCase } = summarise(defectData(cases)).defects;
    expectBracketed(f2, expected.f2);
    expectBracketed(macroF1, expected.macroF1);
    expectBracketed(findingsPerCase, expected.findingsPerCase);
  });
});

function defectData(cases: (typeof defectSets.sets)[number]['cases']): AnsweredCase[] {
  const data = cases.map(({ caseType, defects, status, findings }, at): AnsweredCase => {
    const labelled = defects.map(({ code, severity }, d) =>
      defectOf(code, d, { severity: severity as 'major' }),
    );
    const reported = findings.map((code, f) => findingOf(code, f));
    const each = answeredCase(`c${at}`, labelled, [{ status: status as 'answered', findings: reported }]);
    return { ...each, caseShown: { ...each.caseShown, caseType } };
  });
  return changeAnswers(data, (_, at) => {
    const { outcome } = cases[at]!;
    return outcome === null ? {} : { outcome: outcome as 'complete' };
  });
}

describe('ranked findings, as scikit-learn scores them', () => {
  test.each(rankings.sets)('set %#', ({ cases, expected }) => {
    const { averagePrecision, precisionRecall } = summarise(rankedData(cases)).defects;
    expect(averagePrecision.value).toBeCloseTo(expected.averagePrecision, 12);
    expectClose(precisionRecall, expected.curve);
  });

  test.each(bootstraps.averagePrecision)("intervals as SciPy's bootstrap has them: set %#", (expected) => {
    const { cases } = rankings.sets[bootstraps.averagePrecision.indexOf(expected)]!;
    expectBracketed(summarise(rankedData(cases)).defects.averagePrecision, expected);
  });
});

/** Hits share a code with a defect, false findings with none. */
function rankedData(cases: (typeof rankings.sets)[number]['cases']): AnsweredCase[] {
  return cases.map(({ sought, findings }, at) => {
    const defects = Array.from({ length: sought }, (_, d) => defectOf('x1', d));
    const reported = findings.map(({ hit, confidence }, f) =>
      findingOf(hit ? 'x1' : 'y1', f, confidence === null ? {} : { confidence }),
    );
    return answeredCase(`c${at}`, defects, [{ status: 'answered', findings: reported }]);
  });
}

describe('citations', () => {
  const citing = (
    gold: readonly string[] | null,
    cited: readonly string[] | null,
    at: number,
  ): AnsweredCase =>
    answeredCase(`c${at}`, gold === null ? [] : [defectOf('x1', 0, { citationSets: [[...gold]] })], [
      {
        status: 'answered',
        findings: cited === null ? [] : [findingOf('x1', 0, { citations: [...cited] })],
      },
    ]);
  const levelsOf = (levels: ModelResult['citations']['overall']) => ({
    exact: valuesOf(levels.exact),
    paragraph: valuesOf(levels.paragraph),
    hierarchical: valuesOf(levels.hierarchical),
  });

  test("Kiritchenko's example: G taken for F", () => {
    const { gold, cited, expected } = hierarchy.example;
    const { givenMatch } = summarise([citing(gold, cited, 0)]).citations;
    expectClose(valuesOf(givenMatch.hierarchical), expected);
    expect(valuesOf(givenMatch.exact)).toEqual({ precision: 0, recall: 0, f1: 0 });
  });

  test("Kiritchenko's demands: nearer is better, also where both are wrong", () => {
    const { nodes } = hierarchy.example;
    const f1Of = (cited: string) =>
      summarise([citing([nodes.G], [cited], 0)]).citations.givenMatch.hierarchical.f1.value!;
    // Down the right way beats staying at the parent, which beats down the wrong way, which beats elsewhere.
    const inOrder = [nodes.G, nodes.E, nodes.C, nodes.F, nodes.B].map(f1Of);
    expect(inOrder).toEqual([...new Set(inOrder)].sort((a, b) => b - a));
    expect(inOrder.at(-1)).toBe(0);
  });

  test.each(hierarchy.sets)('as scikit-learn scores the extended sets: %#', ({ pairs, ...expected }) => {
    const { citations } = summarise(pairs.map(({ gold, cited }, at) => citing(gold, cited, at)));
    expectClose(
      { givenMatch: levelsOf(citations.givenMatch), overall: levelsOf(citations.overall) },
      expected,
    );
  });
});

test.each(places.sets)('places, as scikit-learn scores the sets: %#', ({ pairs, expected }) => {
  const at = (names: readonly string[]) => names.map((documentId) => ({ documentId }));
  const data = pairs.map(({ gold, named }, index) =>
    answeredCase(
      `c${index}`,
      [defectOf('x1', 0, { evidence: at(gold) })],
      [{ status: 'answered', findings: [findingOf('x1', 0, { evidence: at(named) })] }],
    ),
  );
  const { placesPerFinding, ...evidence } = summarise(data).evidence;
  expectClose({ ...valuesOf(evidence), placesPerFinding: placesPerFinding.value }, expected);
});

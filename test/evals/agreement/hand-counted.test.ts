import { expect, it } from 'vitest';
import type { ConsensusFigures, People } from '../../../evals/agreement/people-result.ts';
import type { Screening } from '../../../evals/screening/screening.ts';
import { measureSmall, smallAnnotation } from '../../support/annotations.ts';
import { screeningOf } from '../../support/scoring-data.ts';

/*
 * Three caseworkers, four cases that at least two labelled; `–` did not label it. All cite br18/10/1/2
 * (nodes: § 10, stk. 1, nr. 2), but bo cites nr. 1 in c3. c5 was labelled by anna alone, c6 by nobody.
 *
 *        anna      bo      cy        model
 *   c1   x1        x1      x1 y1     x1
 *   c2   none      none    none      x1
 *   c3   x1 y1     y1      –         failed
 *   c4   z1        none    x1        z1
 *   c5   y1        –       –         y1
 *
 * Consensus of the others (c: contested):
 *        not anna  not bo  not cy
 *   c1   x1 y1c    x1 y1c  x1
 *   c2   none      none    none
 *   c3   y1        x1 y1   there is none: cy did not label it
 *   c4   x1c       x1c z1c z1c
 */
const labelled: [caseId: string, annotatorId: string, codes: string[]][] = [
  ['c1', 'anna', ['x1']],
  ['c1', 'bo', ['x1']],
  ['c1', 'cy', ['x1', 'y1']],
  ['c2', 'anna', []],
  ['c2', 'bo', []],
  ['c2', 'cy', []],
  ['c3', 'anna', ['x1', 'y1']],
  ['c3', 'bo', ['y1']],
  ['c4', 'anna', ['z1']],
  ['c4', 'bo', []],
  ['c4', 'cy', ['x1']],
  ['c5', 'anna', ['y1']],
];

const annotations = labelled.map(([caseId, annotatorId, codes]) => {
  const annotation = smallAnnotation(caseId, annotatorId, codes);
  if (caseId !== 'c3' || annotatorId !== 'bo') return annotation;
  const defects = annotation.defects.map((defect) => ({ ...defect, citationSets: [['br18/10/1/1']] }));
  return { ...annotation, defects };
});

const answer = (caseId: string, code: string): Screening =>
  screeningOf(caseId, 0, 'answered', [
    { findingId: 'f1', text: '', code, citations: ['br18/10/1/2'], evidence: [] },
  ]);

const screenings = [
  answer('c1', 'x1'),
  answer('c2', 'x1'),
  screeningOf('c3', 0, 'failed', []),
  answer('c4', 'z1'),
  answer('c5', 'y1'),
  answer('c6', 'y1'),
];

const measured = measureSmall({
  annotations,
  caseIds: ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'],
  screenings,
});

/** Values alone; intervals need five families, and there are four cases. */
function valuesOf(figures: ConsensusFigures): Record<string, number | null> {
  const { cases, precision, recall, f1, citationHf1, cleanFalseAlarmRate } = figures;
  for (const figure of [precision, recall, f1]) expect(figure.reason).toBe('tooFewCases');
  return {
    cases,
    precision: precision.value,
    recall: recall.value,
    f1: f1.value,
    citationHf1: citationHf1.value,
    cleanFalseAlarmRate: cleanFalseAlarmRate.value,
  };
}

function expectValues(figures: ConsensusFigures, expected: Record<string, number>): void {
  const values = valuesOf(figures);
  expect(Object.keys(values)).toEqual(Object.keys(expected));
  for (const [name, value] of Object.entries(expected)) expect(values[name], name).toBeCloseTo(value, 14);
}

const annotator = (people: People, id: string) =>
  people.annotators.find(({ annotatorId }) => annotatorId === id)!;

it('counts who labelled what', async () => {
  // 3 + 3 + 2 + 3 + 1 labels; c1 to c5 have one, c1 to c4 have two or more.
  expect(await measured).toMatchObject({ annotations: 12, cases: 5, pairedCases: 4 });
  expect((await measured).annotators.map(({ annotatorId }) => annotatorId)).toEqual(['anna', 'bo', 'cy']);
});

it('alpha', async () => {
  // Observed, each unit Σ over ordered pairs of distances / (m − 1):
  //   c1 two pairs at 1/2, both orders: 2 / 2 = 1;  c2 0;  c3 one pair at 1/2: 1 / 1 = 1;
  //   c4 three pairs at 1: 6 / 2 = 3.  Σ = 5.
  // Values (n = 11): none 4, {x1} 3, {x1 y1} 2, {y1} 1, {z1} 1. Expected, unordered pairs:
  //   none with the 7 others 28;  x1–x1y1 3·2/2 = 3;  x1–y1 3;  x1–z1 3;  x1y1–y1 2·1/2 = 1;  x1y1–z1 2;
  //   y1–z1 1.  Σ = 41, ordered 82.
  // alpha = 1 − (11 − 1)·5/82 = 32/82.
  const { alpha } = await measured;
  expect(alpha.value).toBeCloseTo(32 / 82, 14);
  expect(alpha).toMatchObject({ interval: null, reason: 'tooFewCases', cases: 4, items: 11 });
});

it('no code is named in five cases', async () => {
  expect((await measured).alphaByCode).toEqual([]);
});

it('kappa on complete or deficient', async () => {
  // anna–bo: c1 d d, c2 c c, c3 d d, c4 d c.  p_o = 3/4, p_e = 3/4·2/4 + 1/4·2/4 = 1/2: 1/2.
  // anna–cy: c1 d d, c2 c c, c4 d d.  1.
  // bo–cy:   c1 d d, c2 c c, c4 c d.  p_o = 2/3, p_e = 1/3·2/3 + 2/3·1/3 = 4/9: (2/9)/(5/9) = 2/5.
  const { kappas } = await measured;
  expect(kappas.map(({ a, b, cases }) => [a, b, cases])).toEqual([
    ['anna', 'bo', 4],
    ['anna', 'cy', 3],
    ['bo', 'cy', 3],
  ]);
  expect(kappas[0]!.kappa.value).toBeCloseTo(1 / 2, 14);
  expect(kappas[1]!.kappa.value).toBe(1);
  expect(kappas[2]!.kappa.value).toBeCloseTo(2 / 5, 14);
});

it('each caseworker against the consensus of the others', async () => {
  const people = await measured;
  // anna: c1 TP; c3 y1 TP, x1 FP; c4 z1 against contested x1: FP, and the case was clean; c2 passed.
  //   TP 2, FP 2, FN 0. Nodes: cited 3 + 6 + 3, hits 3 + 2 (§ 10, stk. 1) + 0; sought 3 + 3, hits 3 + 2.
  //   hP = 5/12, hR = 5/6, hF1 = 2·(5/12)·(5/6)/(15/12) = 5/9.
  expectValues(annotator(people, 'anna'), {
    cases: 4,
    precision: 2 / 4,
    recall: 1,
    f1: 4 / 6,
    citationHf1: 5 / 9,
    cleanFalseAlarmRate: 1 / 2,
  });
  // bo: c1 TP; c3 y1 TP, x1 FN; c2 and c4 passed. Nodes: cited 6, hits 3 + 2; sought 3 + 6, hits 3 + 2.
  //   hP = 5/6, hR = 5/9, hF1 = 2/3.
  expectValues(annotator(people, 'bo'), {
    cases: 4,
    precision: 1,
    recall: 2 / 3,
    f1: 4 / 5,
    citationHf1: 2 / 3,
    cleanFalseAlarmRate: 0,
  });
  // cy: c1 x1 TP, y1 FP; c4 x1 FP in a clean case. Nodes: cited 6 + 3, hits 3; sought 3, hits 3.
  expectValues(annotator(people, 'cy'), {
    cases: 3,
    precision: 1 / 3,
    recall: 1,
    f1: 2 / 4,
    citationHf1: 1 / 2,
    cleanFalseAlarmRate: 1 / 2,
  });
});

it('the mean of their F1', async () => {
  const { meanF1 } = await measured;
  expect(meanF1.value).toBeCloseTo((4 / 6 + 4 / 5 + 2 / 4) / 3, 14);
  // TP + FP + FN: anna 4, bo 3, cy 3; c2 says nothing of F1.
  expect(meanF1).toMatchObject({ cases: 3, items: 10, reason: 'tooFewCases' });
});

it('the average caseworker: means within a case', async () => {
  // c1 TP 1, FP 1/3;  c3 (two caseworkers) TP 1, FP 1/2, FN 1/2;  c4 FP 2/3.  TP 2, FP 3/2, FN 1/2.
  // Nodes: c1 cited 3·(1 + 1 + 2)/3 = 4, hits 3; sought 3, hits 3.  c3 cited (6 + 3)/2, hits 2; sought
  //   (3 + 6)/2, hits 2.  c4 cited 2.  hP = 5/10.5, hR = 5/7.5: hF1 = 10/18.
  // Clean: c2 passed by all, c4 not passed by 2 of 3.
  expectValues((await measured).human, {
    cases: 4,
    precision: 4 / 7,
    recall: 4 / 5,
    f1: 4 / 6,
    citationHf1: 10 / 18,
    cleanFalseAlarmRate: 1 / 3,
  });
});

it('a model against the same consensuses, averaged', async () => {
  // c1 TP 1 against each;  c2 FP 1;  c3 failed: FN 1 and 2, mean 3/2;  c4 z1: FP against x1c, neutral
  // against the other two: FP 1/3.  TP 1, FP 4/3, FN 3/2; F1 = 2/(2 + 17/6) = 12/29.
  // Nodes are three times these, since all cite the same and a failed answer cites nothing: hF1 = F1.
  // Clean: c2 not passed, c4 not passed against one of three.
  const { models } = await measured;
  expect(models.map(({ id }) => id)).toEqual(['model']);
  expectValues(models[0]!, {
    cases: 4,
    precision: 3 / 7,
    recall: 2 / 5,
    f1: 12 / 29,
    citationHf1: 12 / 29,
    cleanFalseAlarmRate: 2 / 3,
  });
});

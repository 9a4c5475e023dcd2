import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../../datasets/label.ts';
import { buildConsensus } from '../../../evals/agreement/build-consensus.ts';
import { PeopleSchema } from '../../../evals/agreement/people-result.ts';
import { createRandom } from '../../../evals/statistics/random.ts';
import { annotationOf, measureSmall, peopleContext, smallAnnotation } from '../../support/annotations.ts';
import { knownCodes } from '../../support/arbitraries.ts';
import { answeredCase, dataArbitrary, screeningOf, summarise } from '../../support/scoring-data.ts';
import { smallLabel } from '../../support/small-dataset.ts';

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `c${String(at + 1).padStart(3, '0')}`);

/** Every annotator keeps or loses each code of a random truth; some cases are not labelled by all. */
function drawAnnotations(seed: string, cases: number, people: string[], agree: number): Annotation[] {
  const random = createRandom(seed);
  return ids(cases).flatMap((caseId) => {
    const truth = knownCodes.filter(() => random.float() < 0.25);
    return people.flatMap((annotatorId) => {
      const codes = knownCodes.filter((code) =>
        random.float() < agree ? truth.includes(code) : random.float() < 0.25,
      );
      return random.float() < 0.15 ? [] : [smallAnnotation(caseId, annotatorId, codes)];
    });
  });
}

const three = ['a', 'b', 'c'];

it('the order of cases and of annotators changes no bit, and the result fits its schema', async () => {
  const annotations = drawAnnotations('order', 24, ['d', ...three], 0.7);
  const families = new Map(ids(6).map((caseId) => [caseId, 'c001']));
  const screenings = ids(24).map((caseId, at) =>
    screeningOf(caseId, 0, at % 5 === 0 ? 'failed' : 'answered', [
      { findingId: 'f1', text: '', code: knownCodes[at % 6]!, citations: ['br18/10/1/2'], evidence: [] },
    ]),
  );
  const caseIds = ids(24);
  const people = await measureSmall({ annotations, caseIds, screenings, families });
  const turned = await measureSmall({
    annotations: annotations.toReversed(),
    caseIds: caseIds.toReversed(),
    screenings: screenings.toReversed(),
    families,
  });
  expect(turned).toEqual(people);
  expect(PeopleSchema.parse(people)).toEqual(people);
  expect(people.alpha.interval).not.toBeNull();
  expect(people.alphaByCode.length).toBeGreaterThan(3);
  // Six cases are one family: 19 families at most.
  expect(people.alpha.cases).toBeLessThanOrEqual(19);
  expect(people.kappas.map(({ a, b }) => a + b)).toEqual(['ab', 'ac', 'ad', 'bc', 'bd', 'cd']);
});

it('perfect agreement: alpha and kappa 1, and nobody errs', async () => {
  const annotations = ids(12).flatMap((caseId, at) =>
    three.map((id) => smallAnnotation(caseId, id, at % 3 === 0 ? [] : [knownCodes[at % 6]!])),
  );
  const people = await measureSmall({ annotations });
  expect(people.alpha).toMatchObject({ value: 1, interval: null, reason: 'noVariation' });
  for (const { kappa } of people.kappas) expect(kappa.value).toBe(1);
  expect(people.meanF1.value).toBe(1);
  for (const figures of [people.human, ...people.annotators]) {
    expect(figures).toMatchObject({ cases: 12, precision: { value: 1 }, recall: { value: 1 } });
    expect(figures).toMatchObject({ f1: { value: 1 }, citationHf1: { value: 1 } });
    expect(figures.cleanFalseAlarmRate).toMatchObject({ value: 0, cases: 4 });
  }
});

it('one annotator says nothing of agreement: every figure is undefined', async () => {
  const annotations = ids(8).map((caseId) => smallAnnotation(caseId, 'a', ['x1']));
  const screenings = ids(8).map((caseId) => screeningOf(caseId, 0, 'answered', []));
  const people = await measureSmall({ annotations, screenings });
  const none = { value: null, interval: null, reason: 'undefined', cases: 0, items: 0 };
  const figures = {
    cases: 0,
    precision: none,
    recall: none,
    f1: none,
    citationHf1: none,
    cleanFalseAlarmRate: none,
  };
  expect(people).toEqual({
    annotationsHash: '0'.repeat(64),
    annotations: 8,
    cases: 8,
    pairedCases: 0,
    alpha: none,
    alphaByCode: [],
    kappas: [],
    meanF1: none,
    human: figures,
    annotators: [{ annotatorId: 'a', ...figures }],
    models: [{ id: 'model', ...figures }],
  });
});

it('labels at random agree about as chance does', async () => {
  const people = await measureSmall({ annotations: drawAnnotations('chance', 300, three, 0) });
  expect(Math.abs(people.alpha.value!)).toBeLessThan(0.05);
  expect(people.alpha.interval!.low).toBeLessThan(0);
  expect(people.alpha.interval!.high).toBeGreaterThan(-0.02);
  for (const { alpha } of people.alphaByCode) expect(Math.abs(alpha.value!)).toBeLessThan(0.1);
});

it('a copy of every case leaves the values about where they are, and kappa and F1 exactly', async () => {
  const annotations = drawAnnotations('copy', 40, three, 0.7);
  const copies = annotations.map((each) => ({ ...each, caseId: `${each.caseId}-copy` }));
  const once = await measureSmall({ annotations });
  const twice = await measureSmall({ annotations: [...annotations, ...copies] });
  expect(Math.abs(twice.alpha.value! - once.alpha.value!)).toBeLessThan(0.01);
  expect(twice.kappas.map(({ kappa }) => kappa.value)).toEqual(once.kappas.map(({ kappa }) => kappa.value));
  expect(twice.annotators.map(({ f1 }) => f1.value)).toEqual(once.annotators.map(({ f1 }) => f1.value));
  expect(twice.human.f1.value).toBeCloseTo(once.human.f1.value!, 12);
  // As twins of the cases they add no family.
  const families = new Map(
    copies.flatMap(({ caseId }) => [
      [caseId, caseId],
      [caseId.slice(0, 4), caseId],
    ]),
  );
  const twins = await measureSmall({ annotations: [...annotations, ...copies], families });
  expect(twins.alpha.cases).toBe(once.alpha.cases);
});

it('alpha of a code counts the paired cases in which anyone named it', async () => {
  // x1 in five paired cases, y1 in four, z1 in five of which one was labelled by a alone.
  const annotations = ids(6).flatMap((caseId, at) => [
    smallAnnotation(
      caseId,
      'a',
      ['x1', 'y1', 'z1'].filter((code) => at < 4 || (at === 4 && code !== 'y1')),
    ),
    ...(at === 0 ? [] : [smallAnnotation(caseId, 'b', at === 5 ? ['x1'] : [])]),
  ]);
  const { alphaByCode } = await measureSmall({ annotations });
  expect(alphaByCode.map(({ code, cases }) => [code, cases])).toEqual([['x1', 5]]);
});

describe('the same figures as the board', () => {
  it('where two caseworkers agree, a model stands as it does against the labels', async () => {
    await fc.assert(
      fc.asyncProperty(dataArbitrary({ cases: 7, findings: 3, defects: 3, repeats: 2 }), async (drawn) => {
        // The labels in the form that a consensus has: one defect a code.
        const data = drawn.map(({ caseShown, label, screenings, family }) => {
          const one = annotationOf(caseShown.caseId, 'a', label.defects);
          const gold = { ...label, ...buildConsensus([one], peopleContext) };
          return { caseShown, label: gold, screenings, ...(family === undefined ? {} : { family }) };
        });
        const annotations = data.flatMap(({ label }) => {
          return ['a', 'b'].map((id) => annotationOf(label.caseId, id, label.defects));
        });
        const { models } = await measureSmall({
          annotations,
          cases: data.map(({ caseShown }) => caseShown),
          screenings: data.flatMap(({ screenings }) => screenings),
          families: new Map(
            data.flatMap(({ caseShown, family }) =>
              family === undefined ? [] : [[caseShown.caseId, family]],
            ),
          ),
        });
        const { defects, citations, completeCases } = summarise(data);
        expect(models).toEqual([
          {
            id: 'model',
            cases: data.length,
            precision: defects.precision,
            recall: defects.recall,
            f1: defects.f1,
            citationHf1: citations.overall.hierarchical.f1,
            cleanFalseAlarmRate: completeCases.falseAlarmRate,
          },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('a caseworker stands as a model that answers the same', async () => {
    const annotations = drawAnnotations('same', 30, three, 0.8).filter(
      ({ annotatorId }) => annotatorId !== 'c',
    );
    const paired = ids(30).flatMap((caseId) => {
      const [a, b] = annotations.filter((each) => each.caseId === caseId);
      return a === undefined || b === undefined ? [] : [{ caseId, a, b }];
    });
    const { annotators } = await measureSmall({ annotations });
    const asModel = summarise(
      paired.map(({ caseId, a, b }) =>
        answeredCase(
          caseId,
          smallLabel(
            caseId,
            b.defects.map(({ code }) => code),
          ).defects,
          [
            {
              status: 'answered',
              findings: a.defects.map(({ code, defectId }) => ({
                findingId: defectId,
                text: '',
                code,
                citations: ['br18/10/1/2'],
                evidence: [{ documentId: 'a' }],
              })),
            },
          ],
        ),
      ),
    );
    expect(annotators[0]!.f1).toEqual(asModel.defects.f1);
    expect(annotators[0]!.citationHf1).toEqual(asModel.citations.overall.hierarchical.f1);
    expect(annotators[0]!.cleanFalseAlarmRate).toEqual(asModel.completeCases.falseAlarmRate);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import { computeF1Figure } from '../../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../../evals/statistics/ratio-moments.ts';
import { type AnsweredCase, dataArbitrary, scoreAnswered, summarise } from '../../support/scoring-data.ts';

const types = ['carport', 'enfamiliehus', 'enfamiliehus-x'];

/** Cases of up to three types; twins may be of two. */
const typed = fc
  .tuple(
    dataArbitrary({ cases: 14, findings: 3, defects: 2, repeats: 2 }),
    fc.array(fc.constantFrom(...types), { minLength: 14, maxLength: 14 }),
  )
  .map(([data, drawn]) =>
    data.map(
      (each, at): AnsweredCase => ({ ...each, caseShown: { ...each.caseShown, caseType: drawn[at]! } }),
    ),
  );

interface Counted {
  type: string;
  family: string;
  answers: number;
  tp: number;
  items: number;
}

/** Each case's counts, summed over its repeats. */
function count(data: readonly AnsweredCase[]): Counted[] {
  return data.map((each) => {
    const { repeats, caseId } = scoreAnswered(each);
    const sum = (
      of: (counts: { truePositives: number; falsePositives: number; falseNegatives: number }) => number,
    ) => repeats.reduce((total, { policies }) => total + of(policies.standard!), 0);
    return {
      type: each.caseShown.caseType,
      family: each.family ?? caseId,
      answers: repeats.length,
      tp: sum(({ truePositives }) => truePositives),
      items: sum((c) => c.truePositives + c.falsePositives + c.falseNegatives),
    };
  });
}

function f1WithoutNaively(counted: readonly Counted[], type: string): Figure {
  const moments = new RatioMoments();
  for (const cases of Map.groupBy(
    counted.filter((each) => each.type !== type),
    ({ family }) => family,
  ).values()) {
    const repeats = cases[0]!.answers;
    moments.add(
      cases.reduce((sum, { tp }) => sum + tp, 0) / repeats,
      cases.reduce((sum, { items }) => sum + items, 0) / repeats,
    );
  }
  return computeF1Figure(moments);
}

function equalNaively(counted: readonly Counted[]): { weighed: string[]; value: number | null } {
  const byType = Map.groupBy(counted, ({ type }) => type);
  const weighed = [...byType.keys()]
    .filter((type) => new Set(byType.get(type)!.map(({ family }) => family)).size >= 5)
    .toSorted();
  let [tp, items] = [0, 0];
  for (const type of weighed) {
    const cases = byType.get(type)!;
    const answers = cases.reduce((sum, each) => sum + each.answers, 0);
    tp += cases.reduce((sum, each) => sum + each.tp, 0) / answers;
    items += cases.reduce((sum, each) => sum + each.items, 0) / answers;
  }
  return { weighed, value: items === 0 ? null : (2 * tp) / (tp + items) };
}

function expectAlike(figure: Figure, expected: Figure): void {
  const numbers = ({ value, interval, cases, items }: Figure) => [
    value,
    interval?.low,
    interval?.high,
    cases,
    items,
  ];
  const rounded = (list: ReturnType<typeof numbers>) =>
    list.map((each) => (typeof each === 'number' ? Math.round(each * 1e9) / 1e9 : each));
  expect(rounded(numbers(figure))).toEqual(rounded(numbers(expected)));
}

describe('the mix of case types', () => {
  test('is counted as by a plain recount', () => {
    fc.assert(
      fc.property(typed, (data) => {
        const { caseMix } = summarise(data);
        const counted = count(data);
        const present = [...new Set(counted.map(({ type }) => type))].toSorted();
        expect(caseMix.without.map(({ id }) => id)).toEqual(present);
        for (const { id, f1 } of caseMix.without) expectAlike(f1, f1WithoutNaively(counted, id));
        const equal = equalNaively(counted);
        expect(caseMix.weighed).toEqual(equal.weighed);
        if (equal.value === null) expect(caseMix.equalF1.value).toBeNull();
        else expect(caseMix.equalF1.value).toBeCloseTo(equal.value, 9);
      }),
      { numRuns: 300 },
    );
  });

  test('of one type is no mix: F1 is the same however it is weighed, and undefined without it', () => {
    fc.assert(
      fc.property(dataArbitrary({ minCases: 5, cases: 10, findings: 3, defects: 2, repeats: 1 }), (data) => {
        const { caseMix, defects } = summarise(data.map(({ family: _, ...each }) => each));
        if (defects.f1.value === null) expect(caseMix.equalF1.value).toBeNull();
        else expect(caseMix.equalF1.value).toBeCloseTo(defects.f1.value, 9);
        expect(caseMix.without.map(({ f1 }) => f1.value)).toEqual([null]);
      }),
      { numRuns: 50 },
    );
  });

  test('lies between the F1 of the types that are weighed, its interval around it', () => {
    fc.assert(
      fc.property(typed, (data) => {
        const { caseMix, slices } = summarise(data);
        const { value, interval } = caseMix.equalF1;
        if (value === null) return;
        const ofTypes = slices.caseType.flatMap(({ id, f1 }: ModelResult['slices']['caseType'][number]) =>
          caseMix.weighed.includes(id) && f1.value !== null ? [f1.value] : [],
        );
        expect(value).toBeGreaterThanOrEqual(Math.min(...ofTypes) - 1e-9);
        expect(value).toBeLessThanOrEqual(Math.max(...ofTypes) + 1e-9);
        if (interval === null) return;
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
      }),
      { numRuns: 100 },
    );
  });
});

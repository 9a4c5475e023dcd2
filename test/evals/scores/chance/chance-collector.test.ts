import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Defect } from '../../../../datasets/label.ts';
import { builtInCatalogue } from '../../../../datasets/rules/built-in-catalogue.ts';
import { policies } from '../../../../evals/matching/policy.ts';
import { ChanceCollector } from '../../../../evals/scores/chance/chance-collector.ts';
import { ChanceSchema } from '../../../../evals/scores/chance/chance-result.ts';
import { MatchClasses } from '../../../../evals/scores/chance/match-classes.ts';
import type { Finding } from '../../../../evals/screening/screening.ts';
import { findingsArbitrary } from '../../../support/arbitraries.ts';
import { chanceDataArbitrary, collectChance, localRule, unname } from '../../../support/chance-data.ts';
import { answeredCase, changeAnswers } from '../../../support/scoring-data.ts';

const size = { cases: 9, findings: 4, defects: 4, repeats: 2 };

/**
 * Three cases of one type: A and B lack x1, C lacks y1.
 * Answers: A says x1, B says x1 and y1, C says z1. Nobody cites anything, so only codes match.
 *
 *     own     TP FP FN     dealt   TP FP FN          dealt   TP FP FN
 *     A ← A    1  0  0     A ← B    1  1  0          A ← C    0  1  1
 *     B ← B    1  1  0     B ← A    1  0  0          B ← C    0  1  1
 *     C ← C    0  1  1     C ← A    0  1  1          C ← B    1  1  0
 *     sum      2  2  1     sum over the six          3  5  3
 *
 * F1 = 4/(4+2+1) = 4/7; shuffled = 6/(6+5+3) = 3/7; adjusted = (4/7 − 3/7)/(1 − 3/7) = 1/4.
 * Of the six deals (own case allowed) four have two TP or more: ABC, BAC, ACB, CAB.
 */
const three = [
  answeredCase('A', [defect('x1')], [answered(finding('x1'))]),
  answeredCase('B', [defect('x1')], [answered(finding('x1'), finding('y1'))]),
  answeredCase('C', [defect('y1')], [answered(finding('z1'))]),
];

describe('three cases by hand', () => {
  const chance = collectChance(three, 'standard');

  it('have the figures of a table on paper', () => {
    expect(chance).toEqual({
      cases: 3,
      families: 3,
      caseTypes: 1,
      f1: { value: 4 / 7, interval: null, reason: 'tooFewCases', cases: 3, items: 5 },
      shuffledF1: { value: 3 / 7, interval: null, reason: 'tooFewCases', cases: 3, items: 5.5 },
      adjustedF1: {
        value: expect.closeTo(1 / 4, 15),
        interval: null,
        reason: 'tooFewCases',
        cases: 3,
        items: 5,
      },
      excessF1: {
        value: expect.closeTo(1 / 7, 15),
        interval: null,
        reason: 'tooFewCases',
        cases: 3,
        items: 5,
      },
      p: expect.closeTo(4 / 6, 1),
      permutations: 1000,
    });
    expect(ChanceSchema.parse(chance)).toEqual(chance);
  });

  it('are dealt to the same way for every model', () => {
    const another = (seed: string) =>
      collectChance(three, 'standard', new MatchClasses('standard', builtInCatalogue()), seed).p;
    expect(another('seed')).toBe(chance.p);
    // A finding that is false everywhere lowers every F1 and changes the order of none.
    const wordier = changeAnswers(three, ({ findings }) => ({ findings: [...findings, finding('z2')] }));
    expect(collectChance(wordier, 'standard').p).toBe(chance.p);
    const others = Array.from({ length: 20 }, (_, at) => another(`seed ${at}`));
    expect(new Set(others).size).toBeGreaterThan(5);
  });
});

describe('a model that answers the same for every case', () => {
  it.each(policies)('has nothing above chance, exactly (%s)', (policy) => {
    const answers = fc.array(fc.tuple(findingsArbitrary(4), fc.boolean()), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(chanceDataArbitrary(size, 2), answers, (data, fixed) => {
        const constant = data.map((each) => ({
          ...each,
          screenings: fixed.map(([findings, unnamed], repeat) => ({
            ...each.screenings[0]!,
            status: 'answered' as const,
            repeat,
            findings: unnamed
              ? findings.map((one) => ({ ...one, citations: unname(one.citations) }))
              : findings,
          })),
        }));
        const { f1, shuffledF1, adjustedF1, excessF1, p } = collectChance(constant, policy);
        expect(f1.value).toBe(shuffledF1.value);
        if (f1.value === null) return;
        expect([excessF1.value, p]).toEqual([0, 1]);
        if (shuffledF1.value! < 1) expect(adjustedF1.value).toBe(0);
        if (adjustedF1.cases >= 5) expect(excessF1.reason).toMatch(/noVariation|degenerateReplicates/u);
      }),
      { numRuns: 120 },
    );
  });

  it('also where it speaks of the local plan, which is another in every case', () => {
    const data = ['7', '8', '9'].map((plan) => {
      const each = answeredCase(
        plan,
        [defect('x1', [`lokalplan:${plan}/6.2`])],
        [answered(finding(undefined, ['lokalplanens § 6.2']))],
      );
      return { ...each, caseShown: { ...each.caseShown, localRules: [localRule(plan)] } };
    });
    const clean = answeredCase('clean', [], [answered(finding(undefined, ['lokalplanens § 6.2']))]);
    // Three hits and a false alarm, whosever answer it is: 6/(6+1).
    const constant = collectChance([...data, clean], 'standard');
    expect([constant.f1.value, constant.shuffledF1.value]).toEqual([6 / 7, 6 / 7]);
    expect(constant.adjustedF1.value).toBe(0);
    // By its number it is the plan of one case only.
    const naming = changeAnswers([...data, clean], (_, at) => ({
      findings: [finding(undefined, [`lokalplan ${at + 7}, § 6.2`])],
    }));
    expect(collectChance(naming, 'standard').shuffledF1.value).toBe(0);
  });
});

it('does not depend on the order of cases, repeats and findings, nor on what was collected before', () => {
  const shared = new MatchClasses('standard', builtInCatalogue());
  const shuffled = chanceDataArbitrary({ ...size, cases: 12 }, 2).chain((data) =>
    fc.tuple(fc.constant(data), fc.shuffledSubarray(data, { minLength: data.length })),
  );
  fc.assert(
    fc.property(shuffled, ([data, moved]) => {
      const turned = moved.map((each) => ({
        ...each,
        screenings: each.screenings.toReversed().map((screening) => ({
          ...screening,
          findings: screening.findings.toReversed(),
        })),
      }));
      expect(collectChance(turned, 'standard', shared)).toEqual(collectChance(data, 'standard'));
    }),
    { numRuns: 150 },
  );
});

describe('without a figure', () => {
  it('is a data set of which most cases are the only family of their type', () => {
    const types = (...names: string[]) =>
      three.map((each, at) => ({ ...each, caseShown: { ...each.caseShown, caseType: names[at]! } }));
    expect(collectChance(types('a', 'a', 'b'), 'standard')).toMatchObject({
      cases: 2,
      families: 2,
      caseTypes: 1,
      permutations: 1000,
    });
    const alone = collectChance(types('a', 'b', 'c'), 'standard');
    const none = { value: null, interval: null, reason: 'tooFewAlike', cases: 0, items: 0 };
    expect(alone).toEqual({
      cases: 0,
      families: 0,
      caseTypes: 0,
      f1: none,
      shuffledF1: none,
      adjustedF1: none,
      excessF1: none,
      p: null,
      permutations: 0,
    });
    const twins = three.map((each) => ({ ...each, family: 'A' }));
    expect(collectChance(twins, 'standard').f1).toEqual(none);
    expect(collectChance([], 'standard').f1).toEqual(none);
  });

  it('is the adjusted one where dealt answers reach everything', () => {
    const perfect = ['A', 'B'].map((id) => answeredCase(id, [defect('x1')], [answered(finding('x1'))]));
    const { f1, shuffledF1, adjustedF1, excessF1, p } = collectChance(perfect, 'standard');
    expect([f1.value, shuffledF1.value, excessF1.value, p]).toEqual([1, 1, 0, 1]);
    expect([adjustedF1.value, adjustedF1.reason]).toEqual([null, 'undefined']);
  });

  it('is one where there is nothing to find and nothing said', () => {
    const silent = collectChance(
      [answeredCase('A', [], [answered()]), answeredCase('B', [], [answered()])],
      'standard',
    );
    expect(silent.f1).toEqual({ value: null, interval: null, reason: 'undefined', cases: 0, items: 0 });
    expect(silent.shuffledF1).toMatchObject({ value: null, reason: 'undefined' });
    expect([silent.p, silent.permutations]).toEqual([null, 0]);
  });
});

it('gains nothing from a case that was not answered', () => {
  const failing = changeAnswers(three, (_, at) => (at === 0 ? { status: 'failed' } : {}));
  const empty = changeAnswers(three, (_, at) => (at === 0 ? { findings: [] } : {}));
  expect(collectChance(failing, 'standard')).toEqual(collectChance(empty, 'standard'));
});

it('refuses cases with different numbers of repeats', () => {
  const collector = new ChanceCollector(new MatchClasses('strict', builtInCatalogue()));
  const entry = { family: 'A', caseId: 'A', caseType: 'shed', localRules: [], defects: [] };
  expect(() => collector.add({ ...entry, findings: [] })).toThrow(RangeError);
  collector.add({ ...entry, findings: [[], []] });
  expect(() => collector.add({ ...entry, caseId: 'B', findings: [[]] })).toThrow(
    /it has 1 repeats, expected 2/u,
  );
});

function defect(code: string, citations: string[] = []): Defect {
  return {
    defectId: 'd1',
    code,
    role: 'required',
    severity: 'major',
    discretionary: false,
    citationSets: citations.length === 0 ? [] : [citations],
    evidence: [],
  };
}

function finding(code?: string, citations: string[] = []): Finding {
  return {
    findingId: `f-${code}`,
    text: '',
    ...(code === undefined ? {} : { code }),
    citations,
    evidence: [],
  };
}

function answered(...findings: Finding[]) {
  return { status: 'answered' as const, findings };
}

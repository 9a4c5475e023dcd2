import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Defect } from '../../../datasets/label.ts';
import { policies } from '../../../evals/matching/policy.ts';
import type { ModelResult } from '../../../evals/scores/model-result.ts';
import type { Finding } from '../../../evals/screening/screening.ts';
import type { Figure } from '../../../evals/statistics/interval.ts';
import {
  type AnsweredCase,
  changeAnswers,
  dataArbitrary,
  scoreAnswered,
  summarise,
} from '../../support/scoring-data.ts';

const small = dataArbitrary({ cases: 8, findings: 4, defects: 3, repeats: 2 });
const policy = fc.constantFrom(...policies);

describe('counts', () => {
  it('plan every case and repeat once: planned is the sum of the statuses', () => {
    fc.assert(
      fc.property(small, (data) => {
        const { counts, errors } = summarise(data);
        const { planned, answered, abstained, invalid, timedOut, failed } = counts;
        expect(planned).toBe(data.flatMap(({ screenings }) => screenings).length);
        expect(answered + abstained + invalid + timedOut + failed).toBe(planned);
        expect(errors.reduce((sum, { count }) => sum + count, 0)).toBe(planned - answered);
      }),
    );
  });

  it('take every required defect and every finding once, under every policy', () => {
    fc.assert(
      fc.property(small, (data) => {
        for (const each of data) {
          const required = each.label.defects.filter(({ role }) => role === 'required').length;
          scoreAnswered(each).repeats.forEach((repeat, at) => {
            const { status, findings } = each.screenings[at]!;
            for (const name of policies) {
              const counts = repeat.policies[name]!;
              const { truePositives, falsePositives, falseNegatives, neutral, duplicates } = counts;
              expect(truePositives + falseNegatives).toBe(required);
              expect(truePositives + falsePositives + neutral).toBe(
                status === 'answered' ? findings.length : 0,
              );
              expect(duplicates).toBeLessThanOrEqual(falsePositives);
            }
          });
        }
      }),
    );
  });

  it('match no fewer findings under a milder policy', () => {
    fc.assert(
      fc.property(small, (data) => {
        const { strict, standard, lenient } = summarise(data).policies;
        expect(strict!.truePositives).toBeLessThanOrEqual(standard!.truePositives);
        expect(standard!.truePositives).toBeLessThanOrEqual(lenient!.truePositives);
      }),
    );
  });
});

describe('complete cases', () => {
  it('are passed, false alarms, abstained or failed: shares that sum to 1', () => {
    fc.assert(
      fc.property(small, policy, (data, headline) => {
        const { cases, passed, falseAlarm, abstained, failed, falseAlarmRate } = summarise(
          data,
          headline,
        ).completeCases;
        if (cases === 0) {
          for (const figure of [passed, falseAlarm, abstained, failed, falseAlarmRate]) {
            expect(figure).toMatchObject({ value: null, interval: null, reason: 'undefined' });
          }
          return;
        }
        expect(passed.value! + falseAlarm.value! + abstained.value! + failed.value!).toBeCloseTo(1, 12);
        expect(falseAlarmRate.value!).toBeCloseTo(1 - passed.value!, 12);
      }),
    );
  });
});

describe('a further false finding', () => {
  it('never raises precision', () => {
    fc.assert(
      fc.property(small, policy, fc.nat(), (data, headline, draw) => {
        const more: Finding = { findingId: 'more', text: '', code: 'ukendt', citations: [], evidence: [] };
        const changed = changeAnswers(data, ({ findings }, at) =>
          at === draw % data.length ? { findings: [...findings, more] } : {},
        );
        const before = summarise(data, headline).defects;
        const after = summarise(changed, headline).defects;
        expect(after.truePositives).toBe(before.truePositives);
        if (before.precision.value === null) expect(after.precision.value ?? 0).toBe(0);
        else expect(after.precision.value!).toBeLessThanOrEqual(before.precision.value);
      }),
    );
  });
});

describe('a model that did not answer', () => {
  it('never scores better than one that answered with an empty list', () => {
    const silence = fc.constantFrom('failed', 'abstained', 'invalid', 'timedOut');
    fc.assert(
      fc.property(small, policy, silence, fc.nat(), (data, headline, status, draw) => {
        const chosen = draw % data.length;
        const failed = changeAnswers(data, (_, at) => (at === chosen ? { status } : {}));
        const empty = changeAnswers(data, (_, at) =>
          at === chosen ? { status: 'answered', findings: [] } : {},
        );
        const worse = goodFigures(summarise(failed, headline));
        const better = goodFigures(summarise(empty, headline));
        for (const [name, { value }] of Object.entries(worse)) {
          const other = better[name]!.value;
          expect([name, value === null], name).toEqual([name, other === null]);
          if (value !== null) expect(value, name).toBeLessThanOrEqual(other!);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing that counts', () => {
    fc.assert(
      fc.property(small, (data) => {
        const emptied = changeAnswers(data, ({ status }) => (status === 'answered' ? {} : { findings: [] }));
        expect(summarise(data)).toEqual(summarise(emptied));
      }),
    );
  });
});

describe('a perfect model', () => {
  it('has 1 in every figure that is defined', () => {
    fc.assert(
      fc.property(small, policy, (data, headline) => {
        const perfect = data.map((each) => ({
          ...each,
          screenings: each.screenings.map((screening) => ({
            schema: screening.schema,
            model: screening.model,
            caseId: screening.caseId,
            repeat: screening.repeat,
            status: 'answered' as const,
            outcome: each.label.outcome,
            findings: each.label.defects.map(findingFor),
          })),
        }));
        const result = summarise(perfect, headline);
        const { group, caseType, municipality, documentType, severity } = result.slices;
        const figures: Record<string, Figure> = {
          ...goodFigures(result),
          outcome: result.defects.outcomeAccuracy,
          advisory: result.defects.advisoryRecall,
          contested: result.defects.contestedRecall,
          evidence: result.evidence.f1,
        };
        for (const slice of [...group, ...caseType, ...municipality]) figures[slice.id] = slice.f1;
        for (const slice of documentType) {
          figures[`precision ${slice.id}`] = slice.precision;
          figures[`recall ${slice.id}`] = slice.recall;
        }
        for (const slice of severity) figures[slice.id] = slice.recall;
        for (const [name, { value }] of Object.entries(figures)) {
          if (value !== null) expect(value, name).toBeCloseTo(1, 12);
        }
        expect(result).toMatchObject({ misses: [], falseAlarms: [] });
        expect(result.citations.fabricationRate.value ?? 0).toBe(0);
        expect(result.defects.duplicates).toBe(0);
      }),
    );
  });
});

describe('twice the data', () => {
  it('leaves every ratio and narrows its interval', () => {
    const plenty = dataArbitrary({ minCases: 6, cases: 10, findings: 4, defects: 3, repeats: 2 });
    fc.assert(
      fc.property(plenty, (data) => {
        const before = ratios(summarise(data));
        const after = ratios(summarise([...data, ...data.map(renamed)]));
        for (const [name, figure] of Object.entries(before)) {
          const other = after[name]!;
          expect(other.cases, name).toBe(2 * figure.cases);
          expect(other.items, name).toBeCloseTo(2 * figure.items, 9);
          if (figure.value === null) expect(other.value, name).toBeNull();
          else expect(other.value, name).toBeCloseTo(figure.value, 12);
          if (figure.interval === null) continue;
          expect(widthOf(other), name).toBeLessThan(widthOf(figure));
        }
      }),
    );
  });
});

describe('twins', () => {
  it('are sampled as one, and change no value', () => {
    fc.assert(
      fc.property(small, (data) => {
        const alone = data.map(({ family: _, ...each }) => each);
        const before = summarise(alone);
        const after = summarise(data);
        const perCase = ({ defects }: ModelResult) => ({
          findings: defects.findingsPerCase,
          duplicates: defects.duplicatesPerCase,
        });
        const twinned = { ...goodFigures(after), ...perCase(after) };
        for (const [name, figure] of Object.entries({ ...goodFigures(before), ...perCase(before) })) {
          const other = twinned[name as keyof typeof twinned]!;
          expect(other.cases, name).toBeLessThanOrEqual(figure.cases);
          if (figure.value === null) expect(other.value, name).toBeNull();
          else expect(other.value, name).toBeCloseTo(figure.value, 12);
        }
        const screened = data.map(({ screenings }) => {
          const lengths = screenings.map(({ status, findings }) =>
            status === 'answered' ? findings.length : 0,
          );
          return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
        });
        const mean = screened.reduce((sum, length) => sum + length, 0) / data.length;
        expect(after.defects.findingsPerCase.value).toBeCloseTo(mean, 12);
      }),
    );
  });
});

describe('repeats that are all alike', () => {
  const once = dataArbitrary({ cases: 8, findings: 4, defects: 3, repeats: 1 });

  it.each([2, 4])('give the same figures as one: %i', (times) => {
    fc.assert(
      fc.property(once, (data) => {
        expect(withoutAnswerCounts(summarise(data.map((each) => repeated(each, times))))).toEqual(
          withoutAnswerCounts(summarise(data)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it.each([3, 7])('give the same figures as one, but for rounding: %i', (times) => {
    fc.assert(
      fc.property(once, (data) => {
        const before = ratios(summarise(data));
        const after = ratios(summarise(data.map((each) => repeated(each, times))));
        for (const [name, { value, interval, items }] of Object.entries(before)) {
          const other = after[name]!;
          if (value === null) expect(other.value, name).toBeNull();
          else expect(other.value, name).toBeCloseTo(value, 12);
          expect(other.items, name).toBeCloseTo(items, 9);
          if (interval === null) expect(other.interval, name).toBeNull();
          else expect(widthOf(other), name).toBeCloseTo(interval.high - interval.low, 9);
        }
      }),
      { numRuns: 60 },
    );
  });
});

function findingFor(defect: Defect, at: number): Finding {
  return {
    findingId: `f${at}`,
    text: '',
    code: defect.code,
    citations: defect.citationSets[0] ?? [],
    evidence: defect.evidence,
    confidence: 0.9,
  };
}

/** Figures of which more is better, over all cases. */
function goodFigures(result: ModelResult): Record<string, Figure> {
  const { defects, completeCases, citations } = result;
  return {
    ...prefixed('defects', defects),
    ...prefixed('codeSet', defects.codeSet),
    ...Object.fromEntries(policies.flatMap((name) => Object.entries(prefixed(name, result.policies[name]!)))),
    ...prefixed('citations', citations.overall.hierarchical),
    ...prefixed('citations given match', citations.givenMatch.hierarchical),
    f2: defects.f2,
    macroF1: defects.macroF1,
    averagePrecision: defects.averagePrecision,
    criticalRecall: defects.criticalRecall,
    caught: defects.caughtRate,
    exact: defects.exactCaseRate,
    passed: completeCases.passed,
    coverage: result.coverage,
  };
}

function ratios(result: ModelResult): Record<string, Figure> {
  const { f2: _f2, macroF1: _macroF1, averagePrecision: _ap, ...rest } = goodFigures(result);
  return {
    ...rest,
    fabricated: result.citations.fabricationRate,
    unchecked: result.citations.uncheckedShare,
    ...prefixed('selective', result.selective),
    ...prefixed('evidence', result.evidence),
  };
}

function prefixed(name: string, rates: ModelResult['selective']): Record<string, Figure> {
  return {
    [`${name} precision`]: rates.precision,
    [`${name} recall`]: rates.recall,
    [`${name} F1`]: rates.f1,
  };
}

function widthOf({ interval }: Figure): number {
  return interval!.high - interval!.low;
}

/** The same case, family and answers under new ids. */
function renamed(each: AnsweredCase): AnsweredCase {
  const caseId = `${each.caseShown.caseId}-again`;
  return {
    caseShown: { ...each.caseShown, caseId },
    label: { ...each.label, caseId },
    screenings: each.screenings.map((screening) => ({ ...screening, caseId })),
    ...(each.family === undefined ? {} : { family: `${each.family}-again` }),
  };
}

function repeated(each: AnsweredCase, times: number): AnsweredCase {
  const [first] = each.screenings;
  return { ...each, screenings: Array.from({ length: times }, (_, repeat) => ({ ...first!, repeat })) };
}

/** Answers and errors are counted, not averaged; and one repeat has no consistency. */
function withoutAnswerCounts({
  counts: _counts,
  errors: _errors,
  repaired: _repaired,
  robustness: _robustness,
  ...rest
}: ModelResult) {
  return rest;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Defect } from '../../../datasets/label.ts';
import { policies } from '../../../evals/matching/policy.ts';
import type { Finding } from '../../../evals/screening/screening.ts';
import { anyAnswers } from '../../support/any-answers.ts';
import { figuresOf } from '../../support/figures-of.ts';
import { type AnsweredCase, changeAnswers, summarise } from '../../support/scoring-data.ts';

const small = anyAnswers({ minCases: 1, maxCases: 4, findings: 4, defects: 3 });
const policy = fc.constantFrom(...policies);

describe('two data sets together', () => {
  it('have the counts of both: counts, items, hits and families add up', () => {
    const several = anyAnswers({ minCases: 2, maxCases: 4, findings: 4, defects: 3 });
    fc.assert(
      fc.property(several, policy, fc.nat(), (data, headline, draw) => {
        const families = [...new Set(data.map(familyOf))];
        const inFirst = new Set(families.slice(0, draw % families.length));
        const [one, other] = [true, false].map((first) =>
          data.filter((each) => inFirst.has(familyOf(each)) === first),
        );
        // An empty data set has no figures at all.
        const parts = [one!, other!].filter((part) => part.length > 0);
        const sums = addUp(parts.map((part) => additive(figuresOf(summarise(part, headline)))));
        const whole = additive(figuresOf(summarise(data, headline)));
        expect(Object.keys(whole).sort()).toEqual(Object.keys(sums).sort());
        for (const [name, count] of Object.entries(whole)) expect(sums[name], name).toBeCloseTo(count, 9);
      }),
    );
  });
});

describe('a perfect model', () => {
  /** Shares of which less is better, or that the label says nothing of. */
  const notScored =
    /^(false alarm|abstained|failed|false-alarm rate|fabrication|unchecked|.* nonexistent|.* quotes)$/;

  it('has 1 in every figure that is defined, at every level and in every slice', () => {
    fc.assert(
      fc.property(small, policy, (data, headline) => {
        const distinct = data.map((each) => ({
          ...each,
          label: { ...each.label, defects: withoutRepeats(each.label.defects) },
        }));
        const perfect = changeAnswers(distinct, ({ caseId }) => {
          const { label } = distinct.find(({ caseShown }) => caseShown.caseId === caseId)!;
          return { status: 'answered', outcome: label.outcome, findings: label.defects.map(findingFor) };
        });
        const { figures, values, counts } = figuresOf(summarise(perfect, headline));
        for (const [name, { value }] of Object.entries(figures)) {
          if (value !== null && !notScored.test(name)) expect(value, name).toBeCloseTo(1, 12);
        }
        for (const name of ['false alarm', 'abstained', 'failed', 'false-alarm rate']) {
          expect(figures[name]!.value ?? 0, name).toBe(0);
        }
        for (const [name, value] of Object.entries(values)) {
          if (value !== null && !name.includes(' per ')) expect(value, name).toBeCloseTo(1, 12);
        }
        for (const name of Object.keys(counts))
          expect(name).not.toMatch(/ (fp|fn|duplicates)$|^missed|alarm/);
      }),
    );
  });
});

describe('a further false finding', () => {
  it('never raises any precision, whatever it cites and says', () => {
    const found = anyAnswers({ minCases: 1, maxCases: 1, findings: 1, defects: 0 });
    fc.assert(
      fc.property(small, policy, fc.nat(), found, (data, headline, draw, other) => {
        const content = other[0]!.screenings[0]!.findings[0];
        fc.pre(content !== undefined);
        const more: Finding = { ...content!, findingId: 'more' };
        const changed = changeAnswers(data, ({ findings, repeat }, at) =>
          at === draw % data.length && repeat === 0 ? { findings: [...findings, more] } : {},
        );
        const before = figuresOf(summarise(data, headline));
        const after = figuresOf(summarise(changed, headline));
        const hits = (scores: typeof before) => scores.counts['headline tp'] ?? 0;
        // Only where it is false: it finds nothing, for it or another, and is not neutral.
        fc.pre(hits(after) === hits(before));
        fc.pre(after.counts['headline fp'] !== before.counts['headline fp']);
        expect(after.figures['headline precision']!.value!).toBeLessThanOrEqual(
          before.figures['headline precision']!.value ?? 0,
        );
        expect(after.figures['headline f1']!.value!).toBeLessThanOrEqual(
          before.figures['headline f1']!.value ?? 0,
        );
        expect(after.figures['headline recall']).toEqual(before.figures['headline recall']);
      }),
      { numRuns: 150 },
    );
  });
});

function familyOf({ caseShown, family }: AnsweredCase): string {
  return family ?? caseShown.caseId;
}

/** All that adds up: counts, and of each ratio its items, hits and families. */
function additive({ counts, figures }: ReturnType<typeof figuresOf>): Record<string, number> {
  const parts = Object.entries(figures)
    // A model that never gave an outcome has no outcome accuracy; F1 is no share of its items.
    .filter(([name, { items }]) => items > 0 && name !== 'outcome' && !name.endsWith(' f1'))
    .flatMap(([name, { value, items, cases }]): [string, number][] => [
      [`${name}: items`, items],
      [`${name}: hits`, items * value!],
      [`${name}: families`, cases],
    ]);
  return { ...counts, ...Object.fromEntries(parts) };
}

function addUp(parts: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const part of parts) {
    for (const [name, count] of Object.entries(part)) sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

function withoutRepeats(defects: readonly Defect[]): Defect[] {
  return defects.filter(({ code }, at) => defects.findIndex((other) => other.code === code) === at);
}

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

import { describe, expect, it } from 'vitest';
import { bagOf } from '../../bench/betrayal/bag-of-words.ts';
import { aucOf, upperLimit } from '../../bench/betrayal/bootstrap-auc.ts';
import { areaUnderCurve, NaiveBayes } from '../../bench/betrayal/naive-bayes.ts';
import { injections } from '../../datasets/synthesis/injections/all.ts';
import { makeCase } from '../../datasets/synthesis/make-family.ts';

describe('what words betray', () => {
  it('finds a word that goes with a label, and none where there is none', () => {
    const model = new NaiveBayes();
    for (let at = 0; at < 20; at += 1) {
      model.learn(new Set(['plan', `a${at % 3}`, 'giveaway']), 1);
      model.learn(new Set(['plan', `a${at % 3}`]), 0);
    }
    expect(model.score(new Set(['plan', 'giveaway']))).toBeGreaterThan(model.score(new Set(['plan'])));
    expect(
      areaUnderCurve([
        { score: 1, label: 1 },
        { score: 1, label: 0 },
      ]),
    ).toBe(0.5);
    expect(
      areaUnderCurve([
        { score: 2, label: 1 },
        { score: 1, label: 0 },
      ]),
    ).toBe(1);
  });

  it('is at chance, without doubt, where twins share their words', () => {
    const pairs = [
      { one: 1, zero: 1 },
      { one: 2, zero: 2 },
    ];
    expect([aucOf(pairs), upperLimit(pairs, 'same')]).toEqual([0.5, 0.5]);
  });

  // A rule's sentence is drawn anew with its number.
  const worded = new Set(['plan-size', 'plan-line']);
  const hidden = injections.filter(({ where }) => where === 'number' || where === 'relation');

  it.each(hidden.filter(({ id }) => !worded.has(id)).map(({ id, caseTypes }) => [id, caseTypes] as const))(
    '%s changes no word, digits masked',
    (id, caseTypes) => {
      for (const number of [0, 1, 2]) {
        const plan = {
          seed: `words ${id}`,
          number,
          kind: 'single' as const,
          caseType: caseTypes[number % caseTypes.length]!,
          injection: id,
          caseId: 'a',
          twinId: 'b',
          noiseShare: 0,
        };
        const [one, zero] = [bagOf(makeCase(plan, 'case').case), bagOf(makeCase(plan, 'twin').case)];
        expect([...one.symmetricDifference(zero)]).toEqual([]);
      }
    },
  );
});

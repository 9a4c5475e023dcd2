import { describe, expect, it } from 'vitest';
import { bagOf } from '../../bench/betrayal/bag-of-words.ts';
import { aucOf, type ScoredPair, upperLimit } from '../../bench/betrayal/bootstrap-auc.ts';
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

  it('cannot tell a defect of numbers or between documents from its untouched twin by words', () => {
    const hidden = injections.filter(({ where }) => where === 'number' || where === 'relation');
    // A missing signature, a tent's kind of application and a class set too low are told in words or by documents.
    const told = new Set([
      'authority-one-of-two',
      'tent-without-permit',
      'fire-class-too-low',
      'structure-class-too-low',
      'outbuilding-opening',
    ]);
    const asked = hidden.filter(({ id }) => !told.has(id));
    const made = asked.flatMap((injection, kind) =>
      [0, 1].map((number) => {
        const plan = {
          seed: 'words',
          number,
          kind: 'single' as const,
          caseType: injection.caseTypes[number % injection.caseTypes.length]!,
          injection: injection.id,
          caseId: 'a',
          twinId: 'b',
          noiseShare: 0,
        };
        return {
          one: bagOf(makeCase(plan, 'case').case),
          zero: bagOf(makeCase(plan, 'twin').case),
          fold: (kind + number) % 4,
        };
      }),
    );
    const scored: ScoredPair[] = [];
    for (let fold = 0; fold < 4; fold += 1) {
      const model = new NaiveBayes();
      for (const { one, zero, fold: at } of made) {
        if (at === fold) continue;
        model.learn(one, 1);
        model.learn(zero, 0);
      }
      for (const { one, zero, fold: at } of made)
        if (at === fold) scored.push({ one: model.score(one), zero: model.score(zero) });
    }
    expect(asked.length).toBeGreaterThan(20);
    expect(aucOf(scored)).toBeLessThan(0.55);
    expect(upperLimit(scored, 'words')).toBeLessThan(0.6);
  });
});

import { injections } from '../../datasets/synthesis/injections/all.ts';
import type { Injection } from '../../datasets/synthesis/injections/injection.ts';
import { makeCase } from '../../datasets/synthesis/make-family.ts';
import { bagOf } from './bag-of-words.ts';
import { areaUnderCurve, aucStandardError, NaiveBayes } from './naive-bayes.ts';

export interface BetrayalRow {
  id: string;
  code: string;
  where: Injection['where'];
  /** Pairs of a defective case and its untouched twin. */
  pairs: number;
  /** Cross-validated by family. */
  auc: number;
  upper95: number;
}

const folds = 5;

/** How well words alone, digits masked, tell cases with one defect from their untouched twins. */
export function measureBetrayal(injection: Injection, pairs: number, seed: string): BetrayalRow {
  const made = Array.from({ length: pairs }, (_, number) => {
    const caseType = injection.caseTypes[number % injection.caseTypes.length]!;
    const plan = {
      seed: `${seed} ${injection.id}`,
      number,
      kind: 'single' as const,
      caseType,
      injection: injection.id,
      caseId: 'a',
      twinId: 'b',
      noiseShare: 0,
    };
    return {
      one: bagOf(makeCase(plan, 'case').case),
      zero: bagOf(makeCase(plan, 'twin').case),
      fold: number % folds,
    };
  });
  const scored: { score: number; label: 0 | 1 }[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = new NaiveBayes();
    for (const { one, zero, fold: at } of made) {
      if (at === fold) continue;
      model.learn(one, 1);
      model.learn(zero, 0);
    }
    for (const { one, zero, fold: at } of made)
      if (at === fold)
        scored.push({ score: model.score(one), label: 1 }, { score: model.score(zero), label: 0 });
  }
  const auc = areaUnderCurve(scored);
  return {
    id: injection.id,
    code: injection.code,
    where: injection.where,
    pairs,
    auc,
    upper95: auc + 1.96 * aucStandardError(auc, pairs, pairs),
  };
}

export function measureAll(pairs: number, seed: string): BetrayalRow[] {
  return injections.map((injection) => measureBetrayal(injection, pairs, seed));
}

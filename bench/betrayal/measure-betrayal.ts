import type { Injection } from '../../datasets/synthesis/injections/injection.ts';
import { makeCase } from '../../datasets/synthesis/make-family.ts';
import { bagOf } from './bag-of-words.ts';
import { aucOf, type ScoredPair, upperLimit } from './bootstrap-auc.ts';
import { NaiveBayes } from './naive-bayes.ts';

export interface BetrayalRow {
  id: string;
  code: string;
  where: Injection['where'];
  /** Pairs of a defective case and its untouched twin. */
  pairs: number;
  /** Cross-validated by family. */
  auc: number;
  /** Upper limit of the 95 % interval. */
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
  const scored: ScoredPair[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const model = new NaiveBayes();
    for (const { one, zero, fold: at } of made) {
      if (at === fold) continue;
      model.learn(one, 1);
      model.learn(zero, 0);
    }
    for (const { one, zero, fold: at } of made)
      if (at === fold) scored.push({ one: model.score(one), zero: model.score(zero) });
  }
  const { id, code, where } = injection;
  return {
    id,
    code,
    where,
    pairs,
    auc: aucOf(scored),
    upper95: upperLimit(scored, `${seed} ${id} bootstrap`),
  };
}

import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import { builtInTaxonomy } from '../../datasets/taxonomy/built-in-taxonomy.ts';
import { prepareGold, scoreAnswers } from '../../evals/scores/score-case.ts';
import type { ScoredCase } from '../../evals/scores/scored-case.ts';
import { createAnswerer } from './make-answers.ts';
import { makeCases } from './make-gold.ts';

const context = { taxonomy: builtInTaxonomy(), catalogue: builtInCatalogue(), policy: 'standard' } as const;

/** Every made case with the answers of some of the models scored, one at a time. */
export function* scoreMade(
  cases: number,
  modelsAt: readonly number[],
  seed: string,
): Generator<ScoredCase[]> {
  const answerers = modelsAt.map((at) => createAnswerer(at, seed));
  for (const made of makeCases(cases, seed)) {
    const gold = prepareGold(made.caseShown, made.label, context);
    yield answerers.map((answer) => scoreAnswers(gold, [answer(made)], context));
  }
}

export const goldGroups = builtInTaxonomy()
  .groups.map(({ id }) => id)
  .sort();

import { createRandom } from '../../statistics/random.ts';
import { dealAnswers } from './deal-answers.ts';
import type { Sums } from './pair-sums.ts';
import type { TypePairs } from './type-pairs.ts';

/** Random deals drawn for a p-value. */
export const DEALS = 1000;

/**
 * Whether the answers fit their own cases better than other cases of their type: the share of random deals
 * within the types that reach at least the observed F1, the observed one counted in, p = (1 + b)/(1 + 1,000).
 * F1s are compared as fractions of whole numbers, so ties are exact; a deal whose F1 is 0/0 counts as a tie.
 * @param observed of the own answers, items above 0
 * @param seed the same for every model of a board: all are dealt alike
 * @source Phipson, B. & Smyth, G. K. (2010), Permutation p-values should never be zero, Statistical
 *   Applications in Genetics and Molecular Biology 9(1), 39.
 */
export function computeChanceP(
  types: readonly { caseType: string; pairs: TypePairs }[],
  observed: Sums,
  seed: string,
): number {
  const deals = { truePositives: new Float64Array(DEALS), items: new Float64Array(DEALS) };
  for (const { caseType, pairs } of types) {
    dealAnswers(pairs, createRandom(JSON.stringify([seed, 'chance', caseType])), deals);
  }
  let reached = 0;
  for (const [deal, truePositives] of deals.truePositives.entries()) {
    if (truePositives * observed.items >= observed.truePositives * deals.items[deal]!) reached += 1;
  }
  return (1 + reached) / (1 + DEALS);
}

import { type Cost, computeCost, type ToldTokens } from './compute-cost.ts';
import type { Price } from './price.ts';

/**
 * What a call used, with its cost where the model has not told it and the price allows to compute it.
 * @param answered the model answered, however badly; of a call that failed or ran out of time no cost is known
 */
export function completeUsage<Usage extends ToldTokens & { costDkk?: number | undefined }>(
  usage: Usage,
  price: Price | undefined,
  answered: boolean,
): Usage | (Usage & Cost) {
  if (!answered || price === undefined || usage.costDkk !== undefined) return usage;
  const cost = computeCost(usage, price);
  return cost === undefined ? usage : { ...usage, ...cost };
}

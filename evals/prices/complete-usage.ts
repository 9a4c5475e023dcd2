import type { ModelUsage } from '../ports.ts';
import { computeCost } from './compute-cost.ts';
import type { Price } from './price.ts';

/**
 * What an answer used, with its cost where the model has not told it and the price allows to compute it. Nothing is
 * computed for a call without an answer: hand in undefined.
 */
export function completeUsage(usage: ModelUsage | undefined, price: Price | undefined): ModelUsage {
  if (usage === undefined || price === undefined || usage.costDkk !== undefined) return usage ?? {};
  return { ...usage, ...computeCost(usage, price) };
}

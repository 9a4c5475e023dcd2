import { canonicalHash } from '../../evals/canonical-hash.ts';
import { isCalled, type SuiteModel } from '../../evals/suite-model.ts';

/** The hash of what a model is asked by: all of its entry but how much is asked at once, and what it is taken to cost. */
export function hashAsked(entry: SuiteModel): string {
  if (!isCalled(entry)) return canonicalHash(entry);
  const { concurrency, price, expectedOutputTokens, ...asked } = entry;
  return canonicalHash(asked);
}

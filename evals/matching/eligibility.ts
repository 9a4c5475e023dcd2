import type { Policy } from './policy.ts';
import type { Similarity } from './similarity.ts';

/**
 * Whether a pair may match at all.
 * strict: same code. standard: same code; or (same group, or the finding names no code) and
 * citation >= 0.5. lenient: as standard; or citation >= 0.5; or same group and evidence >= 0.5.
 */
export function isEligible(policy: Policy, pair: Similarity, findingHasCode: boolean): boolean {
  if (pair.sameCode) return true;
  if (policy === 'strict') return false;
  if ((pair.sameGroup || !findingHasCode) && pair.citation >= 0.5) return true;
  if (policy === 'standard') return false;
  return pair.citation >= 0.5 || (pair.sameGroup && pair.evidence >= 0.5);
}

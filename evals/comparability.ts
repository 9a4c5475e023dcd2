import type { Comparability, Protocol } from './artifacts.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { LabelIndex } from './label-index.ts';
import type { Policy } from './matching/policy.ts';

/**
 * The version of matching and scoring. Raised with every change that can move a figure, so that results
 * scored by different rules are never put side by side.
 */
export const scorerVersion = '4';

export interface ComparabilityInput {
  datasetContent: string;
  split: string;
  caseIdsHash: string;
  labels: Pick<LabelIndex, 'version' | 'contentHash'>;
  catalogue: { id: string; version: string };
  taxonomy: { id: string; version: string };
  policy: Policy;
  protocol: Protocol;
}

/** All that two results must share to be compared, and its key. */
export function computeComparability(input: ComparabilityInput): { key: string; parts: Comparability } {
  const parts: Comparability = {
    datasetContent: input.datasetContent,
    split: input.split,
    cases: input.caseIdsHash,
    labels: `${input.labels.version} ${input.labels.contentHash}`,
    catalogue: `${input.catalogue.id} ${input.catalogue.version}`,
    taxonomy: `${input.taxonomy.id} ${input.taxonomy.version}`,
    scorer: scorerVersion,
    policy: input.policy,
    protocol: input.protocol,
  };
  return { key: canonicalHash(parts), parts };
}

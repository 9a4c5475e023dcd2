import type { Comparability, Protocol } from './artifacts.ts';
import { canonicalHash } from './canonical-hash.ts';
import type { LabelIndex } from './label-index.ts';
import type { Policy } from './matching/policy.ts';

/**
 * The version of matching and scoring. Raised with every change that can move a figure, so that results
 * scored by different rules are never put side by side.
 */
export const scorerVersion = '4';

interface VersionedList {
  id: string;
  version: string;
}

export interface ComparabilityInput {
  datasetContent: string;
  split: string;
  caseIdsHash: string;
  labels: Pick<LabelIndex, 'version' | 'contentHash'>;
  /** The whole lists: two that differ under one version score differently. */
  catalogue: VersionedList;
  taxonomy: VersionedList;
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
    catalogue: nameList(input.catalogue),
    taxonomy: nameList(input.taxonomy),
    scorer: scorerVersion,
    policy: input.policy,
    protocol: input.protocol,
  };
  return { key: canonicalHash(parts), parts };
}

/** Id, version and the hash of all that is in it. */
function nameList(list: VersionedList): string {
  return `${list.id} ${list.version} ${canonicalHash(list)}`;
}

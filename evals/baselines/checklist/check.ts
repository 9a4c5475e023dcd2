import type { FindingEvidence } from './finding-evidence.ts';
import type { Facts } from './reading/facts.ts';

/** A finding before it is numbered and given what the taxonomy knows of its code. */
export interface Draft {
  code: string;
  /** Danish. */
  text: string;
  /** The provisions of this very case; without them the type's primary ones. */
  citations?: string[];
  evidence: FindingEvidence[];
}

/** A group of rules. Whether a code belongs to the case type is decided afterwards, by the taxonomy. */
export type Check = (facts: Facts) => Draft[];

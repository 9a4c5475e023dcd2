import type { FindingKind } from './finding-kind.ts';

/** Characters [start, end) of a text that identify somebody. */
export interface Span {
  kind: FindingKind;
  start: number;
  end: number;
  /** In [0, 1]: how sure the detector is. Sorts findings; a low one is a finding all the same. */
  confidence: number;
}

/**
 * Looks for one kind. Its time grows with the text's length only: every repetition in a pattern is bounded, or
 * consumes what it has seen.
 */
export type Detector = (text: string) => Span[];

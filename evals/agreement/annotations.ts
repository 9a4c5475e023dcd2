import type { Annotation } from '../../datasets/label.ts';

/** Caseworkers' own labels, by case. */
export interface Annotations {
  /** Those of one case, sorted by annotator; none where nobody labelled it. */
  get(caseId: string): readonly Annotation[];
  /** SHA-256 of what they hold, whatever their order. */
  contentHash: string;
}

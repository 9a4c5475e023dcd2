import type { Case } from '../../datasets/case.ts';
import type { Annotation, Label } from '../../datasets/label.ts';
import type { CaseScore } from '../scores/case-score.ts';

/** A scored case with all that is known of it. */
export interface MonthCase {
  case: Case;
  label: Label;
  annotations: readonly Annotation[];
  /** In the order of the result's models. */
  scores: readonly CaseScore[];
}

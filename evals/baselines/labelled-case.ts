import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';

/** A case of the practice split with its label: what a learned baseline may look at. */
export interface LabelledCase {
  readonly case: Case;
  readonly label: Label;
}

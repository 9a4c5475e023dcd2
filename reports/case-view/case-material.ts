import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import type { CaseScore } from '../../evals/scores/case-score.ts';
import type { Screening } from '../../evals/screening/screening.ts';

/** One model's answer on one case. With repeats > 1 the screening is repeat 0. */
export interface CaseAnswer {
  modelId: string;
  screening: Screening;
  score: CaseScore;
}

/** All that a case's view is written from; answers in the order of the result's models. */
export interface CaseMaterial {
  case: Case;
  label: Label;
  answers: CaseAnswer[];
}

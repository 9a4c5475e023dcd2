import type { Case } from '../../datasets/case.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import type { Screening } from '../screening/screening.ts';

/** A model and its answers to a case, a screening a repeat. */
export interface Answerer {
  entry: ModelEntry;
  answer(caseShown: Case): Screening[] | Promise<Screening[]>;
}

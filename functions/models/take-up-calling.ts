import type { SuiteModel } from '../../evals/suite-model.ts';
import { hashAsked } from './hash-asked.ts';

/**
 * A model's entry where a run is gone on with: as it was planned, but that how much is asked at once and what it costs are those of its
 * entry now.
 * @param now undefined, or of a model that is asked otherwise: nothing is taken up
 */
export function takeUpCalling(planned: SuiteModel, now: SuiteModel | undefined): SuiteModel {
  return now !== undefined && hashAsked(now) === hashAsked(planned) ? now : planned;
}

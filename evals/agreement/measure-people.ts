import type { Case } from '../../datasets/case.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import { type ScoringContext, scoreCase } from '../scores/score-case.ts';
import type { Screening } from '../screening/screening.ts';
import type { Annotations } from './annotations.ts';
import { addCounts, countScore, noCounts } from './case-counts.ts';
import { ConsensusTally } from './consensus-tally.ts';
import { HumanReference } from './human-reference.ts';
import type { ConsensusFigures, People } from './people-result.ts';

export interface MeasurePeopleInput {
  annotations: Annotations;
  /** Streams the planned cases, in any order. */
  cases(): AsyncIterable<Case>;
  models: readonly ModelEntry[];
  /** Streams the planned cases with all repeats of a model's answers, in any order. */
  answers(model: ModelEntry): AsyncIterable<AnsweredCase>;
  context: ScoringContext;
  /** The comparability key: decides every replicate. */
  seed: string;
}

export interface AnsweredCase {
  caseShown: Case;
  screenings: readonly Screening[];
}

/**
 * People as the yardstick: how far caseworkers agree, how each stands against the consensus of the others,
 * and how each model stands against the same consensuses. Nothing of this reaches a model.
 *
 * A case that fewer than two labelled has no consensus and is left out. Of a case that n labelled there are
 * n leave-one-out consensuses: each annotator is scored against one of them, a model against all n, and
 * its counts in that case are the means over them (and over its repeats), as they are for the average
 * annotator. Only families are resampled. The consensuses of the paired cases are held in memory.
 */
export async function measurePeople(input: MeasurePeopleInput): Promise<People> {
  const { annotations, context } = input;
  const reference = new HumanReference(context);
  for await (const caseShown of input.cases()) reference.add(caseShown, annotations.get(caseShown.caseId));
  const models: People['models'] = [];
  for (const model of input.models) {
    const figures = await measureModel(input.answers(model), reference, context);
    models.push({ id: model.id, ...figures });
  }
  return {
    annotationsHash: annotations.contentHash,
    ...reference.figures((...name) => JSON.stringify([input.seed, 'people', ...name])),
    models,
  };
}

async function measureModel(
  answers: AsyncIterable<AnsweredCase>,
  reference: HumanReference,
  context: ScoringContext,
): Promise<ConsensusFigures> {
  const tally = new ConsensusTally();
  for await (const { caseShown, screenings } of answers) {
    const { caseId } = caseShown;
    const consensuses = reference.consensusesOf(caseId);
    if (consensuses.length === 0) continue;
    const sum = noCounts();
    for (const [label, alike] of Map.groupBy(consensuses, (each) => each)) {
      const score = scoreCase(caseShown, label, screenings, context);
      addCounts(sum, countScore(score, context.policy), alike.length);
    }
    const family = context.families?.get(caseId) ?? caseId;
    tally.add(caseId, family, sum, consensuses.length * screenings.length);
  }
  return tally.figures();
}

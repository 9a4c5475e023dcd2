import type { Case } from '../../datasets/case.ts';
import { ArtifactError } from '../../datasets/errors.ts';
import { measurePeople } from '../agreement/measure-people.ts';
import type { People } from '../agreement/people-result.ts';
import type { AnnotationIndex } from '../annotation-index.ts';
import type { Result, RunRecord, Shard } from '../artifacts.ts';
import { computeComparability } from '../comparability.ts';
import { type LabelIndex, summariseGold } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import type { CaseScore } from '../scores/case-score.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import { type ScoringContext, scoreCase } from '../scores/score-case.ts';
import type { Screening } from '../screening/screening.ts';
import { computeResult } from './compute-result.ts';
import { readScreenings } from './screen-shard.ts';

export interface ScoreRunInput {
  record: RunRecord;
  shards: readonly Shard[];
  dataset: Dataset;
  labels: LabelIndex;
  /** Caseworkers' own labels; null where there are none. */
  annotations: AnnotationIndex | null;
  /** The run's folder. */
  store: BlobStore;
}

/**
 * Scores stored screenings, without any model call: writes `scores/<model>.jsonl` and `result.json`.
 * @throws {ArtifactError} where a screening that the plan asks for is missing
 */
export async function scoreRun(input: ScoreRunInput): Promise<Result> {
  const { record, shards, dataset, labels, store } = input;
  await store.remove(runKeys.result);
  const gold = summariseGold(labels, caseIdsOf(shards), dataset.taxonomy);
  const { groups, ...goldCounts } = gold;
  const comparability = comparabilityOfRun(record, dataset, labels);
  const { card } = dataset;
  const result = await computeResult({
    head: {
      schema: 'maalestok.result.v1',
      runId: record.runId,
      suite: record.suite,
      dataset: {
        id: card.id,
        version: card.version,
        titleDa: card.titleDa,
        titleEn: card.titleEn,
        synthetic: card.synthetic,
        noticeDa: card.noticeDa,
        noticeEn: card.noticeEn,
        split: record.dataset.split,
        ...goldCounts,
      },
      comparabilityKey: comparability.key,
      comparability: comparability.parts,
      people: await measurePeopleOfRun(input, comparability.key),
    },
    goldGroups: groups,
    models: record.models,
    eachScore: (model, add) => store.write(runKeys.scores(model.id), scoreLines(model, input, add)),
  });
  await store.write(runKeys.result, `${JSON.stringify(result, null, 2)}\n`);
  return result;
}

/** Null where no caseworker labelled the data set's cases alone. */
async function measurePeopleOfRun(input: ScoreRunInput, seed: string): Promise<People | null> {
  const { annotations, record } = input;
  if (annotations === null) return null;
  return measurePeople({
    annotations,
    cases: () => plannedCases(input),
    models: record.models,
    answers: (model) => answersOf(model, input),
    context: contextOf(input),
    seed,
  });
}

/** The key that a run's result has under today's labels, catalogue, taxonomy and scorer. */
export function comparabilityOfRun(record: RunRecord, dataset: Dataset, labels: LabelIndex) {
  return computeComparability({
    datasetContent: record.dataset.contentHash,
    split: record.dataset.split,
    caseIdsHash: record.caseIdsHash,
    labels,
    catalogue: dataset.catalogue,
    taxonomy: dataset.taxonomy,
    policy: record.policy,
    protocol: record.protocol,
  });
}

async function* scoreLines(
  model: ModelEntry,
  input: ScoreRunInput,
  add: (score: CaseScore) => void,
): AsyncGenerator<string> {
  const { labels } = input;
  const context = contextOf(input);
  for await (const { caseShown, screenings } of answersOf(model, input)) {
    const score = scoreCase(caseShown, labels.get(caseShown.caseId), screenings, context);
    add(score);
    yield `${JSON.stringify(score)}\n`;
  }
}

function contextOf({ record, dataset, labels }: ScoreRunInput): ScoringContext {
  const { taxonomy, catalogue } = dataset;
  return { taxonomy, catalogue, policy: record.policy, families: labels.families };
}

/** The data set's cases that the plan names. */
async function* plannedCases({ record, shards, dataset }: ScoreRunInput): AsyncGenerator<Case> {
  const planned = new Set(caseIdsOf(shards));
  for await (const caseShown of dataset.cases(record.dataset.split)) {
    if (planned.has(caseShown.caseId)) yield caseShown;
  }
}

/** Each planned case with the model's stored answers to it, in the order of the plan. */
export async function* answersOf(
  model: ModelEntry,
  { record, shards, dataset, store }: Pick<ScoreRunInput, 'record' | 'shards' | 'dataset' | 'store'>,
): AsyncGenerator<{ caseShown: Case; screenings: Screening[] }> {
  const cases = dataset.cases(record.dataset.split);
  for (const { shard, caseIds } of shards) {
    const key = runKeys.screenings(model.id, shard);
    const screenings = await readScreenings(store, key);
    if (screenings === null)
      throw new ArtifactError(`Cannot score: screenings "${store.describe(key)}" are missing`);
    const byCase = Map.groupBy(screenings, (screening) => screening.caseId);
    for (const caseId of caseIds) {
      const { value: caseShown } = await cases.next();
      const answered = byCase.get(caseId);
      if (caseShown === undefined || caseShown.caseId !== caseId) {
        throw new ArtifactError(
          `Cannot score case "${caseId}": the data set's cases are not those of the plan`,
        );
      }
      if (answered?.length !== record.protocol.repeats) {
        throw new ArtifactError(
          `Cannot score case "${caseId}" of "${store.describe(key)}": answers are missing`,
        );
      }
      yield { caseShown, screenings: answered };
    }
  }
  await cases.return(undefined);
}

function* caseIdsOf(shards: readonly Shard[]): Generator<string> {
  for (const { caseIds } of shards) yield* caseIds;
}

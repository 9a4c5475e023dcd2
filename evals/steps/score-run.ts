import type { Case } from '../../datasets/case.ts';
import { ArtifactError } from '../../datasets/errors.ts';
import { type AnsweredCase, measurePeople } from '../agreement/measure-people.ts';
import type { People } from '../agreement/people-result.ts';
import type { AnnotationIndex } from '../annotation-index.ts';
import type { Result, RunRecord, Shard } from '../artifacts.ts';
import { computeComparability } from '../comparability.ts';
import { type LabelIndex, summariseGold } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import { prepareGold, type ScoringContext, scoreAnswers } from '../scores/score-case.ts';
import type { ScoredCase } from '../scores/scored-case.ts';
import type { Screening } from '../screening/screening.ts';
import { computeResult } from './compute-result.ts';
import { LineChannel } from './line-channel.ts';
import { readScreenings } from './read-screenings.ts';

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
    catalogue: dataset.catalogue,
    relations: labels.relations,
    models: record.models,
    scoredCases: scoreAndWrite(input),
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
    answers: (model) => answersOfModel(model, input),
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

/** Scores every case for all models in one pass, and writes each model's scores as they come. */
async function* scoreAndWrite(input: ScoreRunInput): AsyncGenerator<ScoredCase[]> {
  const { record, store } = input;
  const files = record.models.map((model) => {
    const channel = new LineChannel();
    const written = store.write(runKeys.scores(model.id), channel);
    // A full disk is told at the next line, not when all cases are scored.
    written.catch((cause) => channel.abandon(cause));
    return { channel, written };
  });
  let finished = false;
  try {
    for await (const scored of scoreCases(input)) {
      for (const [at, { score }] of scored.entries()) {
        await files[at]!.channel.push(`${JSON.stringify(score)}\n`);
      }
      yield scored;
    }
    for (const { channel } of files) channel.end();
    await Promise.all(files.map(({ written }) => written));
    finished = true;
  } finally {
    if (!finished) {
      // Also where whoever takes the cases stops early: no file may pass for whole, and nobody waits for it.
      for (const { channel } of files) channel.fail(new Error('Cannot write scores: scoring was stopped'));
      await Promise.allSettled(files.map(({ written }) => written));
    }
  }
}

async function* scoreCases(input: ScoreRunInput): AsyncGenerator<ScoredCase[]> {
  const { record, labels } = input;
  const context = contextOf(input);
  for await (const { caseShown, screenings } of answersOf(record.models, input)) {
    const gold = prepareGold(caseShown, labels.get(caseShown.caseId), context);
    yield screenings.map((ofModel) => scoreAnswers(gold, ofModel, context));
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

async function* answersOfModel(model: ModelEntry, input: ScoreRunInput): AsyncGenerator<AnsweredCase> {
  for await (const { caseShown, screenings } of answersOf([model], input)) {
    yield { caseShown, screenings: screenings[0]! };
  }
}

/** Each planned case with the stored answers of each of the models to it, in the order of the plan. */
export async function* answersOf(
  models: readonly Pick<ModelEntry, 'id'>[],
  { record, shards, dataset, store }: Pick<ScoreRunInput, 'record' | 'shards' | 'dataset' | 'store'>,
): AsyncGenerator<{ caseShown: Case; screenings: Screening[][] }> {
  const cases = dataset.cases(record.dataset.split);
  for (const { shard, caseIds } of shards) {
    const answers = [];
    for (const { id } of models) answers.push(await readShard(runKeys.screenings(id, shard), store));
    for (const caseId of caseIds) {
      const { value: caseShown } = await cases.next();
      if (caseShown === undefined || caseShown.caseId !== caseId) {
        throw new ArtifactError(
          `Cannot score case "${caseId}": the data set's cases are not those of the plan`,
        );
      }
      const screenings = answers.map(({ key, byCase }) => {
        const answered = byCase.get(caseId);
        if (answered?.length === record.protocol.repeats) return answered;
        throw new ArtifactError(
          `Cannot score case "${caseId}" of "${store.describe(key)}": answers are missing`,
        );
      });
      yield { caseShown, screenings };
    }
  }
  await cases.return(undefined);
}

async function readShard(key: string, store: BlobStore) {
  const screenings = await readScreenings(store, key);
  if (screenings === null)
    throw new ArtifactError(`Cannot score: screenings "${store.describe(key)}" are missing`);
  return { key, byCase: Map.groupBy(screenings, (screening) => screening.caseId) };
}

function* caseIdsOf(shards: readonly Shard[]): Generator<string> {
  for (const { caseIds } of shards) yield* caseIds;
}

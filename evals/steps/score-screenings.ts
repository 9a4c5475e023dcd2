import type { Case } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import { type AnsweredCase, measurePeople } from '../agreement/measure-people.ts';
import { readAnnotationIndex } from '../annotation-index.ts';
import { ProtocolSchema, type Result } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import { computeComparability } from '../comparability.ts';
import { type LabelIndex, type LabelIndexOptions, readLabelIndex, summariseGold } from '../label-index.ts';
import type { Policy } from '../matching/policy.ts';
import { linesOf, readCases } from '../open-dataset.ts';
import type { BlobPlace } from '../ports.ts';
import { prepareGold, type ScoringContext, scoreAnswers } from '../scores/score-case.ts';
import type { ScoredCase } from '../scores/scored-case.ts';
import { requireEqualRepeats } from '../screening/require-equal-repeats.ts';
import type { Screening } from '../screening/screening.ts';
import { ScreeningIndex } from '../screening/screening-index.ts';
import type { Answerer } from './answerer.ts';
import { computeResult } from './compute-result.ts';
import { createConstantAnswerer } from './create-constant-answerer.ts';
import { hashCaseIds } from './plan-run.ts';

export interface ScoreScreeningsInput {
  cases: BlobPlace;
  labels: BlobPlace;
  screenings: BlobPlace;
  /** Labels of other cases, from which the constant list is learned: then it is on the board too. */
  practiceLabels?: BlobPlace | undefined;
  /** Caseworkers' own labels; absent: people are not measured. */
  annotations?: BlobPlace | undefined;
  policy: Policy;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
}

/**
 * Scores a file of screenings, of one or more models, against files of cases and labels. Every case is
 * planned for every model and repeat; one that a model did not answer is failed, of kind `missing`.
 * @throws {InputError} naming file, line and field
 */
export async function scoreScreenings(input: ScoreScreeningsInput): Promise<Result> {
  const { taxonomy, catalogue, policy } = input;
  const { caseIds, contentHash } = await hashCases(input.cases);
  const known = new Set(caseIds);
  const labelsFile = input.labels.store.describe(input.labels.key);
  const checks = { taxonomy, catalogue, caseIds: known, checkOutcome: false };
  const labels = await readLabelIndex(await linesOf(input.labels.store, input.labels.key), {
    file: labelsFile,
    ...checks,
  });
  const annotations =
    input.annotations === undefined ? null : await readAnnotations(input.annotations, checks);
  const screeningsFile = input.screenings.store.describe(input.screenings.key);
  const index = await ScreeningIndex.read(await linesOf(input.screenings.store, input.screenings.key), {
    file: screeningsFile,
    knownCaseIds: known,
  });
  const vendors = index.models();
  requireModels(vendors, screeningsFile);
  const repeats = requireEqualRepeats(index, screeningsFile);
  const answerers: Answerer[] = vendors.map((model) => ({
    entry: { ...model, kind: 'vendor', provenance: 'self-reported' },
    answer: (caseShown) => screeningsOf(index, model, caseShown, repeats),
  }));
  if (input.practiceLabels !== undefined) {
    answerers.push(
      await createConstantAnswerer({
        practiceLabels: input.practiceLabels,
        taxonomy,
        repeats,
        scored: known,
        taken: new Set(vendors.map(({ id }) => id)),
      }),
    );
  }
  const { groups, ...gold } = summariseGold(labels, caseIds, taxonomy);
  const comparability = computeComparability({
    datasetContent: contentHash,
    split: 'files',
    caseIdsHash: hashCaseIds(caseIds),
    labels,
    catalogue,
    taxonomy,
    policy,
    protocol: ProtocolSchema.parse({ repeats }),
  });
  const context = { taxonomy, catalogue, policy, families: labels.families };
  const cases = () => readCases(input.cases.store, input.cases.key);
  return computeResult({
    head: {
      schema: 'maalestok.result.v1',
      runId: 'score-file',
      suite: { id: 'score-file', titleDa: 'Scoring af filer', titleEn: 'Scoring of files' },
      dataset: {
        id: input.cases.key,
        version: contentHash.slice(0, 12),
        titleDa: input.cases.key,
        titleEn: input.cases.key,
        synthetic: false,
        noticeDa: 'Filer uden datasætkort: oprindelsen er ikke oplyst.',
        noticeEn: 'Files without a data set card: their origin is not stated.',
        split: 'files',
        ...gold,
      },
      comparabilityKey: comparability.key,
      comparability: comparability.parts,
      people:
        annotations === null
          ? null
          : await measurePeople({
              annotations,
              cases,
              models: answerers.map(({ entry }) => entry),
              answers: ({ id }) => answersTo(cases(), answerers.find(({ entry }) => entry.id === id)!),
              context,
              seed: comparability.key,
            }),
    },
    goldGroups: groups,
    catalogue,
    relations: labels.relations,
    models: answerers.map(({ entry }) => entry),
    scoredCases: scoreCases(cases(), labels, answerers, context),
  });
}

async function* scoreCases(
  cases: AsyncIterable<Case>,
  labels: LabelIndex,
  answerers: readonly Answerer[],
  context: ScoringContext,
): AsyncGenerator<ScoredCase[]> {
  for await (const caseShown of cases) {
    const gold = prepareGold(caseShown, labels.get(caseShown.caseId), context);
    const scored: ScoredCase[] = [];
    for (const { answer } of answerers) scored.push(scoreAnswers(gold, await answer(caseShown), context));
    yield scored;
  }
}

async function* answersTo(cases: AsyncIterable<Case>, { answer }: Answerer): AsyncGenerator<AnsweredCase> {
  for await (const caseShown of cases) yield { caseShown, screenings: await answer(caseShown) };
}

async function readAnnotations({ store, key }: BlobPlace, checks: Omit<LabelIndexOptions, 'file'>) {
  return readAnnotationIndex(await linesOf(store, key), { file: store.describe(key), ...checks });
}

function screeningsOf(
  index: ScreeningIndex,
  { id, version }: Screening['model'],
  caseShown: Case,
  repeats: number,
): Screening[] {
  return Array.from({ length: repeats }, (_, repeat): Screening => {
    const found = index.get({ id, version }, caseShown.caseId, repeat);
    return {
      schema: 'maalestok.screening.v1',
      model: { id, version },
      caseId: caseShown.caseId,
      repeat,
      ...(found ?? {
        status: 'failed',
        findings: [],
        error: { kind: 'missing', message: 'no answer in the file' },
      }),
    };
  });
}

/** The hash of what the cases hold, whatever their order in the file. */
async function hashCases({ store, key }: BlobPlace): Promise<{ caseIds: string[]; contentHash: string }> {
  const hashes: string[] = [];
  const caseIds: string[] = [];
  for await (const caseShown of readCases(store, key)) {
    caseIds.push(caseShown.caseId);
    hashes.push(canonicalHash(caseShown));
  }
  if (caseIds.length === 0) {
    throw new InputError({
      file: store.describe(key),
      is: 'no case',
      expected: 'at least one case, one JSON object a line',
    });
  }
  return { caseIds, contentHash: canonicalHash(hashes.sort()) };
}

/** Results list models by id; two versions of one model would be one. */
function requireModels(models: readonly { id: string; version: string }[], file: string): void {
  if (models.length === 0) {
    throw new InputError({
      file,
      is: 'no screening',
      expected: 'at least one answer, one JSON object a line',
    });
  }
  const twice = models.find((model, at) => models.findIndex(({ id }) => id === model.id) !== at);
  if (twice === undefined) return;
  throw new InputError({
    file,
    field: 'model.version',
    is: `two versions of the model "${twice.id}"`,
    expected: 'one version of each model in a file',
    mend: 'Score each version in a file of its own, or give them different ids.',
  });
}

import type { Case } from '../../datasets/case.ts';
import { InputError } from '../../datasets/errors.ts';
import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import { ProtocolSchema, type Result } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import { computeComparability } from '../comparability.ts';
import { readLabelIndex, summariseGold } from '../label-index.ts';
import type { Policy } from '../matching/policy.ts';
import { linesOf, readCases } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import { scoreCase } from '../scores/score-case.ts';
import { requireEqualRepeats } from '../screening/require-equal-repeats.ts';
import type { Screening } from '../screening/screening.ts';
import { ScreeningIndex } from '../screening/screening-index.ts';
import { computeResult } from './compute-result.ts';
import { hashCaseIds } from './plan-run.ts';

/** A file in its store. */
export interface BlobPlace {
  store: BlobStore;
  key: string;
}

export interface ScoreScreeningsInput {
  cases: BlobPlace;
  labels: BlobPlace;
  screenings: BlobPlace;
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
  const labels = await readLabelIndex(await linesOf(input.labels.store, input.labels.key), {
    file: labelsFile,
    taxonomy,
    catalogue,
    caseIds: known,
    checkOutcome: false,
  });
  const screeningsFile = input.screenings.store.describe(input.screenings.key);
  const index = await ScreeningIndex.read(await linesOf(input.screenings.store, input.screenings.key), {
    file: screeningsFile,
    knownCaseIds: known,
  });
  const models = index.models();
  requireModels(models, screeningsFile);
  const repeats = requireEqualRepeats(index, screeningsFile);
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
    },
    goldGroups: groups,
    models: models.map(
      ({ id, version }): ModelEntry => ({ id, version, kind: 'vendor', provenance: 'self-reported' }),
    ),
    async eachScore(model, add) {
      const context = { taxonomy, catalogue, policy, families: labels.families };
      for await (const caseShown of readCases(input.cases.store, input.cases.key)) {
        const screenings = screeningsOf(index, model, caseShown, repeats);
        add(scoreCase(caseShown, labels.get(caseShown.caseId), screenings, context));
      }
    },
  });
}

function screeningsOf(
  index: ScreeningIndex,
  { id, version }: ModelEntry,
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

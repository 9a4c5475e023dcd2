import type { SplitName } from '../datasets/card.ts';
import type { Case } from '../datasets/case.ts';
import { InputError } from '../datasets/errors.ts';
import type { Label } from '../datasets/label.ts';
import { learnConstant } from '../evals/baselines/constant.ts';
import type { LabelledCase } from '../evals/baselines/labelled-case.ts';
import { learnNearestCase } from '../evals/baselines/nearest-case.ts';
import { createSilent } from '../evals/baselines/silent.ts';
import { canonicalHash } from '../evals/canonical-hash.ts';
import type { Dataset } from '../evals/open-dataset.ts';
import type { BlobStore, Model, Secrets } from '../evals/ports.ts';
import type { Price } from '../evals/prices/price.ts';
import { requireTransfer } from '../evals/require-transfer.ts';
import type { ModelEntry } from '../evals/scores/model-result.ts';
import type { PlannedModel } from '../evals/steps/plan-run.ts';
import type { Suite } from '../evals/suite.ts';
import { isCalled, type SuiteModel } from '../evals/suite-model.ts';
import type { Beside } from './adapters/http/build-request.ts';

/** A model that is ready to be asked, and how it stands in the plan. */
export type ReadyModel = PlannedModel & {
  model: Model;
  /** It is asked over a network, and not worked out here. */
  called: boolean;
  /** Calls in flight at most, as the suite says. */
  concurrency?: number | undefined;
  /** Of what each answer used; absent where nothing is known. */
  price?: Price | undefined;
  /** The text that the model would be sent for a case: what an estimate counts. Absent where nothing is sent. */
  inputText?: ((caseShown: Case) => string) | undefined;
};

export interface ModelContext {
  dataset: Dataset;
  /** The data set's folder, where files lie under `files/<sha256>`. */
  datasetStore: BlobStore;
  /** The suite's folder: files that it names lie there. */
  store: BlobStore;
  secrets: Secrets;
  /** Endpoints in private networks may be called. */
  allowPrivate: boolean;
}

/** What makes one model: the model itself, and what its adapter knows beside it. */
type MadeModel = Pick<ReadyModel, 'model' | 'fingerprint' | 'inputText'>;

/**
 * Makes the models of a suite ready. The only place that chooses adapters.
 * @throws {InputError} where two models share an id, a file or secret that a model needs is wrong or missing, or cases
 *   that are not synthetic would be sent to somebody without a ground
 */
export async function createModels(suite: Suite, context: ModelContext): Promise<ReadyModel[]> {
  requireTransfer(suite, context.dataset.card);
  const making: MakingContext = { ...context, protocol: suite.protocol };
  const ready: ReadyModel[] = [];
  for (const [at, entry] of suite.models.entries()) {
    if (suite.split === 'practice') refuseLearner(entry, at);
    const made = await createModel(entry, making, `models[${at}]`);
    const { model } = made;
    if (ready.some((other) => other.model.id === model.id)) {
      throw new InputError({
        field: `models[${at}].id`,
        is: `a second model "${model.id}"`,
        expected: 'ids that differ',
        mend: 'Give one of them another `id` in the suite.',
      });
    }
    ready.push(standing(entry, made));
  }
  for (const entry of addedModels(suite, context.dataset, new Set(ready.map(({ model }) => model.id)))) {
    ready.push(standing(entry, await createModel(entry, making, entry.adapter)));
  }
  return ready;
}

function standing(entry: SuiteModel, made: MadeModel): ReadyModel {
  const standing = { ...made, entry: describeModel(entry, made.model) };
  if (!isCalled(entry)) return { ...standing, called: false };
  return { ...standing, called: true, concurrency: entry.concurrency, price: entry.price };
}

/**
 * The constant list is on every board, so that nobody reads a figure without seeing what an answer unread
 * would reach; where the suite does not name it, it is added, if there is a practice split to learn from.
 */
function addedModels({ models, split }: Suite, { card }: Dataset, taken: ReadonlySet<string>): SuiteModel[] {
  if (split === 'practice' || card.splits.practice === undefined) return [];
  if (models.some(({ adapter }) => adapter === 'constant')) return [];
  let id = 'constant';
  while (taken.has(id)) id += '-list';
  return [{ adapter: 'constant', id }];
}

type MakingContext = ModelContext & Pick<Suite, 'protocol'>;

/** `field`: where the entry stands in the suite. */
async function createModel(entry: SuiteModel, context: MakingContext, field: string): Promise<MadeModel> {
  const { dataset, store } = context;
  switch (entry.adapter) {
    case 'silent':
      return { model: renamed(createSilent(), entry.id), fingerprint: 'silent' };
    case 'checklist': {
      const { createChecklist } = await import('../evals/baselines/checklist/checklist.ts');
      return {
        model: renamed(createChecklist(dataset.taxonomy), entry.id),
        fingerprint: taxonomyOf(dataset),
      };
    }
    case 'constant':
      return {
        model: renamed(learnConstant(await readPracticeLabels(dataset), dataset.taxonomy), entry.id),
        fingerprint: practiceOf(dataset),
      };
    case 'nearest-case':
      return {
        model: renamed(learnNearestCase(await readPractice(dataset), dataset.taxonomy), entry.id),
        fingerprint: practiceOf(dataset),
      };
    case 'replay': {
      const { createReplayModel } = await import('./adapters/replay-model.ts');
      const options = {
        store,
        key: entry.screenings,
        modelId: entry.id,
        knownCaseIds: await allCaseIds(dataset),
      };
      const model = await createReplayModel(options);
      return { model, fingerprint: model.fingerprint };
    }
    case 'http': {
      const { createHttpModel } = await import('./adapters/http/create-http-model.ts');
      const beside = besideOf(dataset, context.protocol);
      const model = await createHttpModel(entry, { ...context, beside, field });
      const { url, files } = entry;
      return {
        model,
        fingerprint: canonicalHash({ url, files }),
        inputText: (caseShown) => JSON.stringify(caseShown),
      };
    }
    case 'bedrock': {
      const { createBedrockModel } = await import('./adapters/bedrock/create-bedrock-model.ts');
      const { shown } = context.protocol;
      return createBedrockModel(entry, { ...dataset, shown, datasetStore: context.datasetStore, field });
    }
    case 'lambda': {
      const { createLambdaModel } = await import('./adapters/lambda/create-lambda-model.ts');
      return createLambdaModel(entry, { ...context, beside: besideOf(dataset, context.protocol), field });
    }
    case 'promptfoo':
      throw new InputError({ field: 'adapter', is: `"${entry.adapter}"`, expected: 'one that is built' });
  }
}

/** The lists that the protocol shows a model beside a case, by their names. */
function besideOf({ taxonomy, catalogue }: Dataset, { shown }: Suite['protocol']): Beside {
  const named = ({ id, version }: { id: string; version: string }) => ({ id, version });
  return {
    ...(shown.taxonomy ? { taxonomy: named(taxonomy) } : {}),
    ...(shown.catalogue ? { catalogue: named(catalogue) } : {}),
  };
}

/** A learned baseline measured on what it learned from would be given the labels. */
function refuseLearner({ adapter }: SuiteModel, at: number): void {
  if (adapter !== 'constant' && adapter !== 'nearest-case') return;
  throw new InputError({
    field: `models[${at}].adapter`,
    is: `"${adapter}", which learns from the practice split`,
    expected: 'a model that does not, or another split',
    mend: 'Remove the model from the suite, or measure on another split.',
  });
}

function describeModel(entry: SuiteModel, model: Model): ModelEntry {
  const replayed = entry.adapter === 'replay';
  return {
    id: model.id,
    version: model.version,
    kind: entry.kind ?? kindOf(entry.adapter),
    ...(entry.vendor === undefined ? {} : { vendor: entry.vendor }),
    provenance: replayed ? 'self-reported' : 'run-by-us',
    ...('transfer' in entry && entry.transfer !== undefined ? { transfer: entry.transfer } : {}),
  };
}

function kindOf(adapter: SuiteModel['adapter']): ModelEntry['kind'] {
  if (adapter === 'replay' || adapter === 'http') return 'vendor';
  return adapter === 'bedrock' || adapter === 'lambda' || adapter === 'promptfoo' ? 'in-house' : 'baseline';
}

function renamed(model: Model, id: string | undefined): Model {
  if (id === undefined || id === model.id) return model;
  return { id, version: model.version, screen: (caseShown, options) => model.screen(caseShown, options) };
}

/** Labels of the practice split go to the learned baselines, and to no other model. */
async function readPractice(dataset: Dataset): Promise<LabelledCase[]> {
  const labels = await dataset.labels('practice', new Set(await dataset.caseIds('practice')));
  const practice: LabelledCase[] = [];
  for await (const caseShown of dataset.cases('practice')) {
    practice.push({ case: caseShown, label: labels.get(caseShown.caseId) });
  }
  return practice;
}

async function readPracticeLabels(dataset: Dataset): Promise<Label[]> {
  return (await readPractice(dataset)).map(({ label }) => label);
}

async function allCaseIds(dataset: Dataset): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const split of Object.keys(dataset.card.splits) as SplitName[]) {
    for (const caseId of await dataset.caseIds(split)) ids.add(caseId);
  }
  return ids;
}

function practiceOf(dataset: Dataset): string {
  const practice = dataset.card.splits.practice;
  return `${taxonomyOf(dataset)} ${practice?.casesSha256} ${practice?.labelsSha256}`;
}

function taxonomyOf({ taxonomy }: Dataset): string {
  return `${taxonomy.id} ${taxonomy.version}`;
}

import { resolve } from 'node:path';
import type { Case } from '../datasets/case.ts';
import { InputError } from '../datasets/errors.ts';
import { learnConstant } from '../evals/baselines/constant.ts';
import { learnNearestCase } from '../evals/baselines/nearest-case.ts';
import { createSilent } from '../evals/baselines/silent.ts';
import { canonicalHash } from '../evals/canonical-hash.ts';
import type { Dataset } from '../evals/open-dataset.ts';
import type { BlobStore, Model, Secrets } from '../evals/ports.ts';
import type { Price } from '../evals/prices/price.ts';
import { readCaseIds, readPractice } from '../evals/read-practice.ts';
import { requireTransfer } from '../evals/require-transfer.ts';
import type { ModelEntry } from '../evals/scores/model-result.ts';
import { contractVersion } from '../evals/screening/vendor-contract.ts';
import type { PlannedModel } from '../evals/steps/plan-run.ts';
import { priceOf } from '../evals/steps/price-of.ts';
import type { Suite } from '../evals/suite.ts';
import { type CalledModel, isCalled, type SuiteModel } from '../evals/suite-model.ts';
import type { Beside } from './adapters/build-request.ts';

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
    const made = await createModel(named(entry, ready), making, `models[${at}]`);
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

/** A built-in model that the suite gives no id makes way for another that goes by its own. */
function named(entry: SuiteModel, ready: readonly ReadyModel[]): SuiteModel {
  if (isCalled(entry) || entry.adapter === 'replay' || entry.id !== undefined) return entry;
  const taken = ready.some(({ model }) => model.id === entry.adapter);
  return taken ? { ...entry, id: `${entry.adapter}-built-in` } : entry;
}

function standing(entry: SuiteModel, made: MadeModel): ReadyModel {
  const standing = { ...made, entry: describeModel(entry, made.model) };
  if (!isCalled(entry)) return { ...standing, called: false };
  return { ...standing, called: true, concurrency: entry.concurrency, price: priceOf(entry) };
}

/**
 * The constant list is on every board, so that nobody reads a figure without seeing what an answer unread
 * would reach; where the suite does not name it, it is added, if there is a labelled practice split to learn from.
 */
function addedModels({ models, split }: Suite, { card }: Dataset, taken: ReadonlySet<string>): SuiteModel[] {
  if (split === 'practice' || card.splits.practice?.labels === undefined) return [];
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
        model: renamed(
          learnConstant(
            (await readPractice(dataset, field)).map(({ label }) => label),
            dataset.taxonomy,
          ),
          entry.id,
        ),
        fingerprint: practiceOf(dataset),
      };
    case 'nearest-case':
      return {
        model: renamed(learnNearestCase(await readPractice(dataset, field), dataset.taxonomy), entry.id),
        fingerprint: practiceOf(dataset),
      };
    case 'replay': {
      const { createReplayModel } = await import('./adapters/replay-model.ts');
      const options = {
        store,
        key: entry.screenings,
        modelId: entry.id,
        version: entry.version,
        knownCaseIds: await readCaseIds(dataset),
      };
      const model = await createReplayModel(options);
      return { model, fingerprint: model.fingerprint };
    }
    case 'http':
    case 'bedrock':
    case 'lambda':
    case 'promptfoo':
      return createCalledModel(entry, context, field);
  }
}

async function createCalledModel(
  entry: CalledModel,
  context: MakingContext,
  field: string,
): Promise<MadeModel> {
  const { allowPrivate, dataset, datasetStore, secrets, store } = context;
  const { shown } = context.protocol;
  const beside = besideOf(dataset, shown);
  switch (entry.adapter) {
    case 'http': {
      const { createHttpModel } = await import('./adapters/http/create-http-model.ts');
      const { url, files, auth = null } = entry;
      return {
        model: await createHttpModel(entry, { ...context, beside, field }),
        // Of secrets it holds the names alone.
        fingerprint: canonicalHash({ contract: contractVersion, url, files, auth }),
        inputText: (caseShown) => JSON.stringify(caseShown),
      };
    }
    case 'bedrock': {
      const { createBedrockModel } = await import('./adapters/bedrock/create-bedrock-model.ts');
      return createBedrockModel(entry, { ...dataset, shown, datasetStore, field });
    }
    case 'lambda': {
      const { createLambdaModel } = await import('./adapters/lambda/create-lambda-model.ts');
      return createLambdaModel(entry, { ...context, beside, field });
    }
    case 'promptfoo': {
      const { createPromptfooModel } = await import('./adapters/promptfoo/create-promptfoo-model.ts');
      return createPromptfooModel(entry, {
        ...dataset,
        shown,
        secrets,
        allowPrivate,
        folder: resolve(store.describe('.')),
      });
    }
  }
}

/** The lists that the protocol shows a model beside a case, by their names. */
function besideOf({ taxonomy, catalogue }: Dataset, shown: Suite['protocol']['shown']): Beside {
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

function practiceOf(dataset: Dataset): string {
  const practice = dataset.card.splits.practice;
  return `${taxonomyOf(dataset)} ${practice?.casesSha256} ${practice?.labelsSha256}`;
}

function taxonomyOf({ taxonomy }: Dataset): string {
  return `${taxonomy.id} ${taxonomy.version}`;
}

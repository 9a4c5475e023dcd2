import { resolve } from 'node:path';
import type { Dataset } from '../evals/open-dataset.ts';
import type { BlobStore, Model, Secrets } from '../evals/ports.ts';
import { readCaseIds } from '../evals/read-practice.ts';
import type { Suite } from '../evals/suite.ts';
import type { SuiteModel } from '../evals/suite-model.ts';
import { besideOf, type MadeModel, type ReadyModel } from './models/ready-model.ts';
import { callingOf, standModels } from './models/stand-models.ts';

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

/**
 * Makes the models of a suite ready on one machine. With `functions/models/`, of which each function of the cloud loads its
 * own part, the only place that chooses adapters of models.
 * @throws {InputError} where two models share an id, a file or secret that a model needs is wrong or missing, or cases
 *   that are not synthetic would be sent to somebody without a ground
 */
export async function createModels(suite: Suite, context: ModelContext): Promise<ReadyModel[]> {
  const making: MakingContext = { ...context, protocol: suite.protocol };
  const standing = await standModels(suite, context.dataset.card, async (entry, field) => {
    const made = await createModel(entry, making, field);
    return { id: made.model.id, version: made.model.version, made };
  });
  return standing.map(({ entry, planned, known }) => ({
    ...known.made,
    entry: planned,
    ...callingOf(entry),
  }));
}

type MakingContext = ModelContext & Pick<Suite, 'protocol'>;

/** `field`: where the entry stands in the suite. */
async function createModel(entry: SuiteModel, context: MakingContext, field: string): Promise<MadeModel> {
  const { dataset, datasetStore, secrets, allowPrivate, store } = context;
  const { shown } = context.protocol;
  switch (entry.adapter) {
    case 'silent':
    case 'checklist':
    case 'constant':
    case 'nearest-case': {
      const { makeBuiltIn } = await import('./models/make-built-in.ts');
      return makeBuiltIn(entry, dataset, field);
    }
    case 'replay': {
      const model: Model & { fingerprint: string } = await createReplay(entry, context);
      return { model, fingerprint: model.fingerprint };
    }
    case 'http': {
      const { makeVendorModel } = await import('./models/make-vendor-model.ts');
      return makeVendorModel(entry, { ...context, beside: besideOf(dataset, shown), field });
    }
    case 'bedrock':
    case 'lambda': {
      const { makeInHouseModel } = await import('./models/make-in-house-model.ts');
      return makeInHouseModel(entry, { dataset, datasetStore, shown, field });
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

async function createReplay(
  entry: Extract<SuiteModel, { adapter: 'replay' }>,
  { store, dataset }: MakingContext,
) {
  const { createReplayModel } = await import('./adapters/replay-model.ts');
  return createReplayModel({
    store,
    key: entry.screenings,
    modelId: entry.id,
    version: entry.version,
    knownCaseIds: await readCaseIds(dataset),
  });
}

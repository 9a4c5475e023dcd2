import { dirname, resolve } from 'node:path';
import { openDataset } from '../../evals/open-dataset.ts';
import type { Secrets } from '../../evals/ports.ts';
import type { Estimate } from '../../evals/prices/estimate.ts';
import type { Suite } from '../../evals/suite.ts';
import { createFileStore } from '../adapters/file-store.ts';
import { estimateRun } from '../estimate/estimate-run.ts';
import { createModels } from '../runtime.ts';
import { readEarlierRuns, readEarlierUse } from './estimate/read-earlier-use.ts';
import { renderEstimate } from './estimate/render-estimate.ts';
import { readLanguage, readLimit, readMaxCost } from './read-options.ts';
import { withSuite } from './read-suite.ts';

export interface EstimateOptions {
  suite: string;
  /** Where earlier runs are kept. */
  out: string;
  limit?: string;
  maxCost?: string;
  json?: boolean;
  language: string;
}

/** `maalestok estimate`: what a run would use, take and cost. Nothing is sent and no secret is read. */
export async function estimate(options: EstimateOptions): Promise<void> {
  const language = readLanguage(options.language);
  const made = await withSuite(options.suite, (suite) => makeEstimate(suite, options));
  process.stdout.write(
    options.json === true ? `${JSON.stringify(made, null, 2)}\n` : `${renderEstimate(made, language)}\n`,
  );
}

async function makeEstimate(suite: Suite, options: EstimateOptions): Promise<Estimate> {
  const limit = readLimit(options.limit);
  const maxCostDkk = readMaxCost(options.maxCost) ?? null;
  const datasetStore = createFileStore(resolve(dirname(options.suite), suite.dataset));
  const dataset = await openDataset(datasetStore);
  const models = await createModels(suite, {
    dataset,
    datasetStore,
    store: createFileStore(dirname(options.suite)),
    secrets: noSecrets,
    allowPrivate: true,
  });
  const runs = await readEarlierRuns(options.out);
  const { contentHash } = dataset;
  const { split, protocol } = suite;
  const made = await estimateRun({
    suite,
    dataset,
    models: models.map((ready, at) => {
      const { id, version } = ready.model;
      return { ...ready, id, version, entry: suite.models[at] };
    }),
    limit,
    maxCostDkk,
    earlierOf: ({ id, version }) =>
      readEarlierUse(runs, { model: { id, version }, contentHash, split, shown: protocol.shown }),
  });
  for (const { model } of models) await model.close?.();
  return made;
}

/** Nothing is called, so nothing is opened. */
const noSecrets: Secrets = { resolve: async () => 'not read for an estimate' };

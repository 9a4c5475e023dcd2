import { dirname, resolve } from 'node:path';
import { concurrencyOf } from '../../evals/engine/lane.ts';
import { openDataset } from '../../evals/open-dataset.ts';
import type { Secrets } from '../../evals/ports.ts';
import type { Estimate, ModelEstimate } from '../../evals/prices/estimate.ts';
import { estimateFree, estimateModel } from '../../evals/prices/estimate-model.ts';
import type { Suite } from '../../evals/suite.ts';
import { createFileStore } from '../adapters/file-store.ts';
import type { ReadyModel } from '../models/ready-model.ts';
import { createModels } from '../runtime.ts';
import { type MeasuredUse, measureUse } from './estimate/measure-use.ts';
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
  const cases = Math.min(limit ?? Number.POSITIVE_INFINITY, (await dataset.caseIds(suite.split)).length);
  const store = createFileStore(dirname(options.suite));
  const models = await createModels(suite, {
    dataset,
    datasetStore,
    store,
    secrets: noSecrets,
    allowPrivate: true,
  });
  const use = await measureUse(suite, dataset, models, cases);
  const runs = await readEarlierRuns(options.out);
  const estimates: ModelEstimate[] = [];
  for (const [at, ready] of models.entries()) {
    const { contentHash } = dataset;
    const { split, protocol } = suite;
    const earlier = await readEarlierUse(runs, {
      model: ready.model,
      contentHash,
      split,
      shown: protocol.shown,
    });
    const calls = cases * protocol.repeats;
    estimates.push(
      ready.called
        ? estimateReady(ready, suite.models[at], calls, use, earlier)
        : estimateFree({ ...idOf(ready), calls }),
    );
  }
  for (const { model } of models) await model.close?.();
  const costs = estimates.map(({ costDkk }) => costDkk);
  return {
    schema: 'maalestok.estimate.v1',
    suite: { id: suite.id, titleDa: suite.titleDa, titleEn: suite.titleEn },
    cases,
    repeats: suite.protocol.repeats,
    countedCases: use.countedCases,
    casesWithFiles: use.casesWithFiles,
    models: estimates,
    calls: sum(estimates.filter(({ called }) => called).map(({ calls }) => calls)),
    costDkk: costs.includes(null) ? null : sum(costs.map((cost) => cost ?? 0)),
    minutes: Math.max(0, ...estimates.map(({ minutes }) => minutes)),
    maxCostDkk,
  };
}

function estimateReady(
  ready: ReadyModel,
  entry: Suite['models'][number] | undefined,
  calls: number,
  use: MeasuredUse,
  earlier: Awaited<ReturnType<typeof readEarlierUse>>,
): ModelEstimate {
  const told =
    entry !== undefined && 'expectedOutputTokens' in entry ? entry.expectedOutputTokens : undefined;
  return estimateModel({
    ...idOf(ready),
    calls,
    concurrency: concurrencyOf(ready.concurrency),
    price: ready.price,
    text: use.textOf(ready, entry?.adapter === 'bedrock' && entry.promptCache),
    output:
      told === undefined ? { tokens: use.answerTokens, from: 'checklist' } : { tokens: told, from: 'suite' },
    earlier,
  });
}

function idOf({ model: { id, version } }: ReadyModel): { id: string; version: string } {
  return { id, version };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Nothing is called, so nothing is opened. */
const noSecrets: Secrets = { resolve: async () => 'not read for an estimate' };

import { concurrencyOf } from '../../evals/engine/lane.ts';
import type { Dataset } from '../../evals/open-dataset.ts';
import type { Estimate, ModelEstimate } from '../../evals/prices/estimate.ts';
import { type EarlierUse, estimateFree, estimateModel } from '../../evals/prices/estimate-model.ts';
import type { Suite } from '../../evals/suite.ts';
import type { SuiteModel } from '../../evals/suite-model.ts';
import type { Calling, MadeModel } from '../models/ready-model.ts';
import { type MeasuredUse, measureUse } from './measure-use.ts';

/** A model as far as an estimate needs it. */
export interface ModelToEstimate extends Calling, Pick<MadeModel, 'inputText'> {
  id: string;
  version: string;
  /** As the suite has it; absent for one that was added. */
  entry: SuiteModel | undefined;
}

export interface RunToEstimate {
  suite: Pick<Suite, 'id' | 'titleDa' | 'titleEn' | 'split' | 'protocol'>;
  dataset: Dataset;
  models: readonly ModelToEstimate[];
  /** Only the first so many cases; absent: all. */
  limit?: number | undefined;
  /** The limit asked about. */
  maxCostDkk: number | null;
  /** What earlier calls of a model used. */
  earlierOf?: (model: ModelToEstimate) => Promise<EarlierUse | undefined>;
}

/** What a run would use, take and cost: the same wherever it is run. Nothing is sent and nobody is asked. */
export async function estimateRun({
  suite,
  dataset,
  models,
  limit,
  maxCostDkk,
  earlierOf,
}: RunToEstimate): Promise<Estimate> {
  const { id, titleDa, titleEn, split, protocol } = suite;
  const cases = Math.min(limit ?? Number.POSITIVE_INFINITY, (await dataset.caseIds(split)).length);
  const calls = cases * protocol.repeats;
  const use = await measureUse(suite, dataset, models, cases);
  const estimates: ModelEstimate[] = [];
  for (const model of models)
    estimates.push(
      model.called
        ? estimateCalled(model, calls, use, await earlierOf?.(model))
        : estimateFree({ id: model.id, version: model.version, calls }),
    );
  const costs = estimates.map(({ costDkk }) => costDkk);
  return {
    schema: 'maalestok.estimate.v1',
    suite: { id, titleDa, titleEn },
    cases,
    repeats: protocol.repeats,
    countedCases: use.countedCases,
    casesWithFiles: use.casesWithFiles,
    models: estimates,
    calls: sum(estimates.filter(({ called }) => called).map((each) => each.calls)),
    costDkk: costs.includes(null) ? null : sum(costs.map((cost) => cost ?? 0)),
    minutes: Math.max(0, ...estimates.map(({ minutes }) => minutes)),
    maxCostDkk,
  };
}

function estimateCalled(
  model: ModelToEstimate,
  calls: number,
  use: MeasuredUse,
  earlier: EarlierUse | undefined,
): ModelEstimate {
  const { id, version, entry, price, concurrency } = model;
  const told =
    entry !== undefined && 'expectedOutputTokens' in entry ? entry.expectedOutputTokens : undefined;
  return estimateModel({
    ...{ id, version, calls, price, earlier },
    concurrency: concurrencyOf(concurrency),
    text: use.textOf(model, entry?.adapter === 'bedrock' && entry.promptCache),
    output:
      told === undefined ? { tokens: use.answerTokens, from: 'checklist' } : { tokens: told, from: 'suite' },
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

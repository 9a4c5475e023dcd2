import type { RunRecord, Shard } from '../artifacts.ts';
import { canonicalHash } from '../canonical-hash.ts';
import type { Dataset } from '../open-dataset.ts';
import type { ModelEntry } from '../scores/model-result.ts';
import type { Suite } from '../suite.ts';

export interface PlannedModel {
  entry: ModelEntry;
  /** Whatever else could change its answers, hashed: the file it replays, what it learned from. */
  fingerprint: string;
}

export interface PlanInput {
  suite: Suite;
  suiteFile: string;
  dataset: Dataset;
  models: readonly PlannedModel[];
  /** The split's ids in the order of its file. */
  caseIds: readonly string[];
  /** Only the first so many cases. */
  limit?: number | undefined;
  /** ISO 8601. */
  startedAt: string;
}

export interface RunPlan {
  /** Less what only the place of the run's folder tells. */
  record: Omit<RunRecord, 'datasetFolder'>;
  shards: Shard[];
}

/**
 * Fixes what a run asks: its id is the suite's and the first 12 hex digits of the plan's SHA-256, so the
 * same question finds the same run. Labels and scorer are no part of it: they may change afterwards.
 */
export function planRun(input: PlanInput): RunPlan {
  const { suite, dataset, limit } = input;
  const caseIds = limit === undefined ? [...input.caseIds] : input.caseIds.slice(0, limit);
  const caseIdsHash = hashCaseIds(caseIds);
  const datasetEntry = {
    id: dataset.card.id,
    version: dataset.card.version,
    contentHash: dataset.contentHash,
    split: suite.split,
  };
  const plan = canonicalHash({
    suite: suite.id,
    dataset: datasetEntry,
    caseIdsHash,
    models: input.models,
    protocol: suite.protocol,
    shardSize: suite.shardSize,
  });
  return {
    record: {
      schema: 'maalestok.run.v1',
      runId: `${suite.id}-${plan.slice(0, 12)}`,
      plan,
      suite: { id: suite.id, titleDa: suite.titleDa, titleEn: suite.titleEn },
      suiteFile: input.suiteFile,
      dataset: datasetEntry,
      cases: caseIds.length,
      caseIdsHash,
      models: input.models.map(({ entry }) => entry),
      policy: suite.policy,
      protocol: suite.protocol,
      startedAt: input.startedAt,
    },
    shards: cutShards(caseIds, suite.shardSize),
  };
}

/** The hash of the planned cases, whatever their order. */
export function hashCaseIds(caseIds: readonly string[]): string {
  return canonicalHash(caseIds.toSorted());
}

function cutShards(caseIds: readonly string[], size: number): Shard[] {
  const shards: Shard[] = [];
  for (let start = 0; start < caseIds.length; start += size) {
    const shard = String(shards.length + 1).padStart(5, '0');
    shards.push({ schema: 'maalestok.shard.v1', shard, caseIds: caseIds.slice(start, start + size) });
  }
  return shards;
}

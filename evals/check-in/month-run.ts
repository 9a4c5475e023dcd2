import type { Result, RunRecord, Shard } from '../artifacts.ts';
import type { LabelIndex } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import type { BlobStore } from '../ports.ts';

/** A run of a check-in with what it was planned on. */
export interface MonthRun {
  store: BlobStore;
  record: RunRecord;
  shards: readonly Shard[];
  result: Result;
}

/** What a month's cases were: the hashes of content and label by id. */
export type CaseHashes = ReadonlyMap<string, { content: string; label: string }>;

export interface SinceLastInput {
  before: MonthRun & { cases: CaseHashes };
  now: MonthRun & { cases: CaseHashes; dataset: Dataset; labels: LabelIndex };
}

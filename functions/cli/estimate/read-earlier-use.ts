import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseLine } from '../../../datasets/parse-line.ts';
import { type Call, CallSchema, type Protocol, type RunRecord } from '../../../evals/artifacts.ts';
import { canonicalHash } from '../../../evals/canonical-hash.ts';
import type { BlobStore } from '../../../evals/ports.ts';
import type { EarlierUse } from '../../../evals/prices/estimate-model.ts';
import { runKeys } from '../../../evals/run-keys.ts';
import { createFileStore } from '../../adapters/file-store.ts';
import { readRunRecord } from '../../run/run-plan.ts';

/** Fewer calls tell too little. */
const fewestCalls = 5;

export interface EarlierQuestion {
  model: { id: string; version: string };
  /** Of the same cases, shown in the same way, tokens and time are alike. */
  contentHash: string;
  split: string;
  shown: Protocol['shown'];
}

interface EarlierRun {
  record: RunRecord;
  store: BlobStore;
}

/** The runs in a folder, the latest first; none where there is no such folder. A damaged one is passed over. */
export async function readEarlierRuns(folder: string): Promise<EarlierRun[]> {
  const names = await readdir(folder).catch(() => []);
  const runs: EarlierRun[] = [];
  for (const name of names.sort()) {
    const store = createFileStore(join(folder, name));
    const record = await readRunRecord(store).catch(() => null);
    if (record !== null) runs.push({ record, store });
  }
  return runs.sort((a, b) => (a.record.startedAt < b.record.startedAt ? 1 : -1));
}

/** What the latest run with enough calls of the same model on the same data used; undefined where there is none. */
export async function readEarlierUse(
  runs: readonly EarlierRun[],
  question: EarlierQuestion,
): Promise<EarlierUse | undefined> {
  for (const { record, store } of runs) {
    if (!isAlike(record, question)) continue;
    const calls = await readCalls(store, question.model.id).catch(() => []);
    if (calls.length < fewestCalls) continue;
    return {
      runId: record.runId,
      calls: calls.length,
      latencyMs: mean(calls, 'latencyMs')!,
      ...meansOf(calls),
    };
  }
  return undefined;
}

function isAlike({ models, dataset, protocol }: RunRecord, question: EarlierQuestion): boolean {
  return (
    models.some(({ id, version }) => id === question.model.id && version === question.model.version) &&
    dataset.contentHash === question.contentHash &&
    dataset.split === question.split &&
    canonicalHash(protocol.shown) === canonicalHash(question.shown)
  );
}

/** The calls that were made, in that run or in the one whose answers it used again. A last line torn by a crash is none. */
async function readCalls(store: BlobStore, modelId: string): Promise<Call[]> {
  const key = runKeys.calls(modelId);
  const calls: Call[] = [];
  try {
    for await (const line of (await store.readLines(key)) ?? []) {
      const call = parseLine(line, CallSchema, { file: store.describe(key) });
      if (call.attempts > 0) calls.push(call);
    }
  } catch {
    return calls;
  }
  return calls;
}

function meansOf(calls: readonly Call[]): Omit<EarlierUse, 'runId' | 'calls' | 'latencyMs'> {
  const outputTokens = mean(calls, 'outputTokens');
  const output = outputTokens === undefined ? {} : { outputTokens };
  // A call that tells its input and nothing of a cache used none.
  const told = calls
    .filter(({ inputTokens }) => inputTokens !== undefined)
    .map((call) => ({ cacheReadTokens: 0, cacheWriteTokens: 0, ...call }));
  if (told.length === 0) return output;
  return {
    ...output,
    inputTokens: mean(told, 'inputTokens')!,
    cacheReadTokens: mean(told, 'cacheReadTokens')!,
    cacheWriteTokens: mean(told, 'cacheWriteTokens')!,
  };
}

/** Of the calls that told; undefined where none did. */
function mean(calls: readonly Call[], key: keyof Call): number | undefined {
  const told = calls.map((call) => call[key]).filter((value) => typeof value === 'number');
  return told.length === 0 ? undefined : told.reduce((sum, value) => sum + value, 0) / told.length;
}

import { parseLine } from '../../datasets/parse-line.ts';
import { type Call, CallSchema, type Operation } from '../artifacts.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';

/** Latency, attempts, tokens and cost of every model, from its calls: writes `operation.json`. */
export async function summariseOperation(modelIds: readonly string[], store: BlobStore): Promise<Operation> {
  const models: Operation['models'] = [];
  for (const id of modelIds) models.push(await summariseCalls(id, store));
  const operation: Operation = { schema: 'maalestok.operation.v1', models };
  await store.write(runKeys.operation, `${JSON.stringify(operation, null, 2)}\n`);
  return operation;
}

async function summariseCalls(id: string, store: BlobStore): Promise<Operation['models'][number]> {
  const key = runKeys.calls(id);
  const calls: Call[] = [];
  for await (const line of (await store.readLines(key)) ?? []) {
    calls.push(parseLine(line, CallSchema, { file: store.describe(key) }));
  }
  const latencies = calls.map((call) => call.latencyMs).sort((a, b) => a - b);
  const total = (of: (call: Call) => number | undefined) =>
    calls.reduce((sum, call) => sum + (of(call) ?? 0), 0);
  return {
    id,
    calls: calls.length,
    attempts: total((call) => call.attempts),
    latencyMs:
      latencies.length === 0
        ? null
        : { p50: quantile(latencies, 0.5), p95: quantile(latencies, 0.95), p99: quantile(latencies, 0.99) },
    inputTokens: total((call) => call.inputTokens),
    outputTokens: total((call) => call.outputTokens),
    costDkk: total((call) => call.costDkk),
  };
}

/** The nearest-rank quantile of sorted values. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
}

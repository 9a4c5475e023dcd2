import { parseLine } from '../../datasets/parse-line.ts';
import { type Call, CallSchema, type Operation, type Result } from '../artifacts.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import type { ModelResult } from '../scores/model-result.ts';

type ModelOperation = Operation['models'][number];

/**
 * Latency, attempts, tokens and cost of every model, from its calls and what they found: writes
 * `operation.json`.
 */
export async function summariseOperation(result: Result, store: BlobStore): Promise<Operation> {
  const models: ModelOperation[] = [];
  const { repeats } = result.comparability.protocol;
  for (const model of result.models) models.push(await summariseCalls(model, repeats, store));
  const operation: Operation = { schema: 'maalestok.operation.v1', models };
  await store.write(runKeys.operation, `${JSON.stringify(operation, null, 2)}\n`);
  return operation;
}

async function summariseCalls(
  { model: { id }, defects }: ModelResult,
  repeats: number,
  store: BlobStore,
): Promise<ModelOperation> {
  const key = runKeys.calls(id);
  const totals = { calls: 0, attempts: 0, inputTokens: 0, outputTokens: 0, pricedCalls: 0 };
  const latencies: number[] = [];
  const latenciesPerPage: number[] = [];
  let cost = 0;
  let pricesOf: string | null = null;
  for await (const line of (await store.readLines(key)) ?? []) {
    const call: Call = parseLine(line, CallSchema, { file: store.describe(key) });
    totals.calls += 1;
    totals.attempts += call.attempts;
    totals.inputTokens += call.inputTokens ?? 0;
    totals.outputTokens += call.outputTokens ?? 0;
    latencies.push(call.latencyMs);
    if (call.pages > 0) latenciesPerPage.push(call.latencyMs / call.pages);
    if (call.costDkk === undefined) continue;
    totals.pricedCalls += 1;
    cost += call.costDkk;
    if (call.pricesOf !== undefined && (pricesOf === null || call.pricesOf < pricesOf)) {
      pricesOf = call.pricesOf;
    }
  }
  const per = (parts: number) => (totals.pricedCalls === 0 || parts === 0 ? null : cost / parts);
  return {
    id,
    ...totals,
    latencyMs: readQuantiles(latencies),
    latencyPerPageMs: readQuantiles(latenciesPerPage),
    costDkk: per(1),
    // A call without a cost must not make the others cheaper.
    costPerCaseDkk: per(totals.pricedCalls),
    costPerTrueDefectDkk: totals.pricedCalls === totals.calls ? per(defects.truePositives * repeats) : null,
    pricesOf,
  };
}

/** Nearest-rank quantiles. Sorts the values. */
function readQuantiles(values: number[]): ModelOperation['latencyMs'] {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

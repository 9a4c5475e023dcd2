import { parseLine } from '../../datasets/parse-line.ts';
import { type Call, CallSchema, type Operation, type Result } from '../artifacts.ts';
import type { BlobStore } from '../ports.ts';
import { runKeys } from '../run-keys.ts';
import type { ModelResult } from '../scores/model-result.ts';

type ModelOperation = Operation['models'][number];
type Token = 'inputTokens' | 'outputTokens' | 'cacheReadTokens' | 'cacheWriteTokens';

/**
 * Latency, attempts, tokens and cost of every model, from its calls and what they found: writes
 * `operation.json`. Every line of `calls/` counts: a question that was asked again after a crash was paid twice.
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
  { model: { id }, defects, counts }: ModelResult,
  repeats: number,
  store: BlobStore,
): Promise<ModelOperation> {
  const key = runKeys.calls(id);
  const totals = new CallTotals();
  for await (const line of (await store.readLines(key)) ?? []) {
    totals.add(parseLine(line, CallSchema, { file: store.describe(key) }));
  }
  return { id, ...totals.summarise(counts.planned, defects.truePositives * repeats) };
}

class CallTotals {
  #calls = 0;
  #attempts = 0;
  #cachedCalls = 0;
  #pricedCalls = 0;
  #costDkk = 0;
  #paidDkk = 0;
  readonly #tokens = new Map<Token, number>();
  readonly #latencies: number[] = [];
  readonly #latenciesPerPage: number[] = [];
  readonly #days = new DateSpan();
  readonly #prices = new DateSpan();
  readonly #rates = new DateSpan();

  add(call: Call): void {
    this.#calls += 1;
    this.#attempts += call.attempts;
    if (call.cached === true) this.#cachedCalls += 1;
    else this.#days.add(call.startedAt.slice(0, 10));
    for (const token of ['inputTokens', 'outputTokens', 'cacheReadTokens', 'cacheWriteTokens'] as const) {
      const told = call[token];
      if (told !== undefined) this.#tokens.set(token, (this.#tokens.get(token) ?? 0) + told);
    }
    // A question that was not put to the model says nothing of its time.
    if (call.attempts > 0) this.#latencies.push(call.latencyMs);
    if (call.attempts > 0 && call.pages > 0) this.#latenciesPerPage.push(call.latencyMs / call.pages);
    if (call.costDkk === undefined) return;
    this.#pricedCalls += 1;
    this.#costDkk += call.costDkk;
    if (call.cached !== true) this.#paidDkk += call.costDkk;
    this.#prices.add(call.pricesOf);
    this.#rates.add(call.ratesOf);
  }

  /**
   * @param questions planned, all repeats
   * @param found true defects in all repeats
   */
  summarise(questions: number, found: number): Omit<ModelOperation, 'id'> {
    const costPerCaseDkk = this.#pricedCalls === 0 ? null : this.#costDkk / this.#pricedCalls;
    const whole = this.#pricedCalls === this.#calls && found > 0;
    return {
      calls: this.#calls,
      attempts: this.#attempts,
      calledFrom: this.#days.first,
      calledTo: this.#days.last,
      latencyMs: readQuantiles(this.#latencies),
      latencyPerPageMs: readQuantiles(this.#latenciesPerPage),
      inputTokens: this.#tokens.get('inputTokens') ?? null,
      outputTokens: this.#tokens.get('outputTokens') ?? null,
      cacheReadTokens: this.#tokens.get('cacheReadTokens') ?? 0,
      cacheWriteTokens: this.#tokens.get('cacheWriteTokens') ?? 0,
      cachedCalls: this.#cachedCalls,
      pricedCalls: this.#pricedCalls,
      costDkk: this.#pricedCalls === 0 ? null : this.#paidDkk,
      costPerCaseDkk,
      // Not by what was paid: a crash of ours, and the calls it had made twice, say nothing of the model.
      costPerTrueDefectDkk: whole && costPerCaseDkk !== null ? (costPerCaseDkk * questions) / found : null,
      pricesOf: this.#prices.first,
      pricesTo: this.#prices.last,
      ratesOf: this.#rates.first,
    };
  }
}

/** The earliest and the latest of ISO dates; null where none was told. */
class DateSpan {
  first: string | null = null;
  last: string | null = null;

  add(date: string | undefined): void {
    if (date === undefined) return;
    if (this.first === null || date < this.first) this.first = date;
    if (this.last === null || date > this.last) this.last = date;
  }
}

/** Nearest-rank quantiles. Sorts the values. */
function readQuantiles(values: number[]): ModelOperation['latencyMs'] {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

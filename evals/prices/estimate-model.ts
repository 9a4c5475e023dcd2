import { computeCost } from './compute-cost.ts';
import type { ModelEstimate } from './estimate.ts';
import type { Price } from './price.ts';

/** What a model would be sent, in tokens a call. */
export interface TextUse {
  /** Mean. */
  inputTokens: number;
  longestInputTokens: number;
  /** What all calls begin with and a prompt cache keeps; 0 where nothing is cached. */
  sharedTokens: number;
}

/** What earlier calls of the same model on the same data used: means a call. */
export interface EarlierUse {
  runId: string;
  calls: number;
  latencyMs: number;
  /** Absent where no call told. */
  inputTokens?: number;
  outputTokens?: number;
  cacheReadTokens?: number;
  cacheWriteTokens?: number;
}

/** While nothing is congested it doubles with each round of answers. */
export interface Concurrency {
  start: number;
  max: number;
}

export interface EstimateModelInput {
  id: string;
  version: string;
  calls: number;
  /** Calls in flight at the start, and at most: see `Lane`. */
  concurrency: Concurrency;
  price: Price | undefined;
  text: TextUse | undefined;
  output: { tokens: number; from: 'checklist' | 'suite' };
  earlier: EarlierUse | undefined;
}

/** Of a call, where no earlier one tells. */
export const assumedLatencyMs = 20_000;

/** The estimate for one model that is called; what earlier calls tell counts before what the text tells. */
export function estimateModel(input: EstimateModelInput): ModelEstimate {
  const { calls, concurrency, price, earlier, output } = input;
  const read = readInput(input);
  const outputTokens = earlier?.outputTokens ?? output.tokens;
  const { longest, from: inputFrom, ...used } = read;
  const tooLong = price?.upToInputTokens !== undefined && longest > price.upToInputTokens;
  const cost = price === undefined || tooLong ? undefined : computeCost({ ...used, outputTokens }, price);
  const latencyMs = earlier?.latencyMs ?? assumedLatencyMs;
  return {
    id: input.id,
    version: input.version,
    called: true,
    calls,
    inputTokens: used.inputTokens === undefined ? null : Math.round(used.inputTokens * calls),
    cacheReadTokens: Math.round(used.cacheReadTokens * calls),
    cacheWriteTokens: Math.round(used.cacheWriteTokens * calls),
    outputTokens: Math.round(outputTokens * calls),
    inputFrom,
    outputFrom: earlier?.outputTokens === undefined ? output.from : 'calls',
    costDkk: cost === undefined ? null : cost.costDkk * calls,
    hasPrice: price !== undefined,
    pricesOf: price?.of ?? null,
    ratesOf: cost?.ratesOf ?? null,
    latencyMs: Math.round(latencyMs),
    latencyFrom: earlier === undefined ? 'assumed' : 'calls',
    concurrency: concurrency.max,
    minutes: (countRounds(calls, concurrency) * latencyMs) / 60_000,
    earlierRun: earlier === undefined ? null : { runId: earlier.runId, calls: earlier.calls },
  };
}

/** How often all that may be in flight is sent and answered, until all calls are made. */
function countRounds(calls: number, { start, max }: Concurrency): number {
  let rounds = 0;
  let left = calls;
  for (let atOnce = start; left > 0 && atOnce < max; atOnce = Math.min(max, atOnce * 2)) {
    left -= atOnce;
    rounds += 1;
  }
  return rounds + Math.ceil(Math.max(0, left) / max);
}

/** A model that costs nothing: built in, or replayed from a file. */
export function estimateFree({
  id,
  version,
  calls,
}: Pick<EstimateModelInput, 'id' | 'version' | 'calls'>): ModelEstimate {
  return {
    id,
    version,
    called: false,
    calls,
    inputTokens: 0,
    cacheReadTokens: 0,
    cacheWriteTokens: 0,
    outputTokens: 0,
    inputFrom: 'nothing',
    outputFrom: 'nothing',
    costDkk: 0,
    hasPrice: false,
    pricesOf: null,
    ratesOf: null,
    latencyMs: 0,
    latencyFrom: 'nothing',
    concurrency: 1,
    minutes: 0,
    earlierRun: null,
  };
}

interface InputUse {
  inputTokens?: number;
  cacheReadTokens: number;
  cacheWriteTokens: number;
  longest: number;
  from: ModelEstimate['inputFrom'];
}

/** A call's mean input. The calls in flight at the start write what is shared to the cache, all others read it. */
function readInput({ earlier, text, calls, concurrency }: EstimateModelInput): InputUse {
  if (earlier?.inputTokens !== undefined) {
    const { inputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 } = earlier;
    return { inputTokens, cacheReadTokens, cacheWriteTokens, longest: inputTokens, from: 'calls' };
  }
  if (text === undefined) return { cacheReadTokens: 0, cacheWriteTokens: 0, longest: 0, from: 'nothing' };
  const { inputTokens, longestInputTokens, sharedTokens } = text;
  const writers = calls === 0 ? 0 : Math.min(calls, concurrency.start) / calls;
  return {
    inputTokens,
    cacheReadTokens: sharedTokens * (1 - writers),
    cacheWriteTokens: sharedTokens * writers,
    longest: longestInputTokens,
    from: 'text',
  };
}

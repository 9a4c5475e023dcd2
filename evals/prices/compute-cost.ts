import type { Price } from './price.ts';
import { priceTable, type Rate } from './price-table.ts';

/** Tokens of a call, where they are told: see `ModelUsage`. */
export interface ToldTokens {
  inputTokens?: number | undefined;
  outputTokens?: number | undefined;
  cacheReadTokens?: number | undefined;
  cacheWriteTokens?: number | undefined;
}

export interface Cost {
  costDkk: number;
  /** ISO date of the prices. */
  pricesOf: string;
  /** ISO date of the exchange rate; absent for prices in kroner. */
  ratesOf?: string;
}

/**
 * What one answered call cost. Undefined where it cannot be known, never 0 for that: tokens that the price needs are not
 * told, they contradict one another, the call is longer than the price holds for, or its currency has no rate.
 * Tokens that cost nothing need not be told; cache tokens that are not told are none.
 */
export function computeCost(
  usage: ToldTokens,
  price: Price,
  rates: readonly Rate[] = priceTable.rates,
): Cost | undefined {
  const input = inputAmount(usage, price);
  const output = price.outputPerMillion === 0 ? 0 : perMillion(usage.outputTokens, price.outputPerMillion);
  if (input === undefined || output === undefined) return undefined;
  const amount = input + output + price.perCall;
  const { currency, of: pricesOf } = price;
  if (currency === 'DKK') return { costDkk: amount, pricesOf };
  const rate = rates.find((each) => each.currency === currency);
  return rate === undefined ? undefined : { costDkk: amount * rate.dkk, pricesOf, ratesOf: rate.of };
}

/** In the price's currency. */
function inputAmount(usage: ToldTokens, price: Price): number | undefined {
  const { inputPerMillion, cacheReadPerMillion, cacheWritePerMillion, upToInputTokens } = price;
  const { inputTokens, cacheReadTokens = 0, cacheWriteTokens = 0 } = usage;
  const read = cacheReadPerMillion ?? inputPerMillion;
  const write = cacheWritePerMillion ?? inputPerMillion;
  if (upToInputTokens === undefined && Math.max(inputPerMillion, read, write) === 0) return 0;
  if (inputTokens === undefined || inputTokens > (upToInputTokens ?? Number.POSITIVE_INFINITY))
    return undefined;
  // Means over calls are no whole numbers: what is left may be a rounding error below zero.
  const rest = inputTokens - cacheReadTokens - cacheWriteTokens;
  return sum(
    perMillion(Math.abs(rest) < 1e-6 ? 0 : rest, inputPerMillion),
    perMillion(cacheReadTokens, read),
    perMillion(cacheWriteTokens, write),
  );
}

/** Undefined where the tokens are not told or cannot be. */
function perMillion(tokens: number | undefined, price: number): number | undefined {
  return tokens === undefined || !(tokens >= 0) ? undefined : (tokens * price) / 1_000_000;
}

function sum(...parts: (number | undefined)[]): number | undefined {
  return parts.reduce(
    (total, part) => (total === undefined || part === undefined ? undefined : total + part),
    0,
  );
}

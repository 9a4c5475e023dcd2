import { findPrice } from '../prices/find-price.ts';
import type { Price } from '../prices/price.ts';
import type { SuiteModel } from '../suite-model.ts';

/** What a model costs: what the suite says, else the list price where there is one. */
export function priceOf(entry: SuiteModel): Price | undefined {
  if ('price' in entry && entry.price !== undefined) return entry.price;
  if (entry.adapter === 'bedrock') return findPrice(entry.modelId, entry.region) ?? undefined;
  if (entry.adapter === 'promptfoo') return priceOfProvider(entry.provider, entry.config);
  return undefined;
}

/** None where the provider is told to call another address than its own. */
function priceOfProvider(provider: string, config: Record<string, unknown>): Price | undefined {
  if (Object.keys(config).some((key) => /^(?:apiHost|apiBaseUrl|baseUrl)$/iu.test(key))) return undefined;
  return findPrice(provider, typeof config.region === 'string' ? config.region : undefined) ?? undefined;
}

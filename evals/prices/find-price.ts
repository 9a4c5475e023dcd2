import type { Price } from './price.ts';
import { type PriceTable, priceTable } from './price-table.ts';

/** What may follow an id in a model's full id: a date, a version. */
const tail = /^(?:-\d{4}-?\d{2}-?\d{2}|-\d{4})?(?:-v\d+(?::\d+)?)?(?::\d+k)?$/u;

/**
 * The list price of a model; null where the table has none. Of several ids that fit, the longest counts.
 * @param modelId as in a suite: `eu.amazon.nova-lite-v1:0`, its ARN, `openai:chat:gpt-4.1-2025-04-14`
 * @param region the AWS region that it is asked from
 */
export function findPrice(modelId: string, region?: string, table: PriceTable = priceTable): Price | null {
  const asked = modelId.replace(/^(?:bedrock:(?:converse:)?|arn:[^/]*\/)/u, '');
  let found: Price | null = null;
  let longest = 0;
  for (const { ids, regions, price } of table.models) {
    if (regions !== undefined && (region === undefined || !regions.includes(region))) continue;
    for (const id of ids) {
      if (id.length <= longest || !asked.startsWith(id) || !tail.test(asked.slice(id.length))) continue;
      longest = id.length;
      found = price;
    }
  }
  return found;
}

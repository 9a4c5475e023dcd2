import { expect, it } from 'vitest';
import { priceOf } from '../../../evals/steps/price-of.ts';
import { SuiteModelSchema } from '../../../evals/suite-model.ts';

const of = '2026-11-20';
const nova = { adapter: 'bedrock', modelId: 'eu.amazon.nova-lite-v1:0' };
const gpt = { adapter: 'promptfoo', id: 'g', version: '1', provider: 'openai:chat:gpt-4.1-mini' };
const vendor = { adapter: 'http', id: 'v', version: '1', url: 'https://vendor.example/screen' };

function perMillion(entry: object): number | undefined {
  return priceOf(SuiteModelSchema.parse(entry))?.inputPerMillion;
}

it("is the suite's price, before the table's", () => {
  expect(perMillion({ ...nova, price: { of, inputPerMillion: 9 } })).toBe(9);
  expect(perMillion({ ...nova, price: { of, perCall: 1 } })).toBe(0);
  expect(perMillion({ ...vendor, price: { of, inputPerMillion: 9 } })).toBe(9);
});

it('is the list price in the region that is asked, where there is one', () => {
  expect(perMillion(nova)).toBe(0.078);
  expect(perMillion({ ...nova, region: 'eu-north-1' })).toBeUndefined();
  expect(perMillion(gpt)).toBe(0.4);
  const provider = 'bedrock:eu.amazon.nova-pro-v1:0';
  expect(perMillion({ ...gpt, provider, config: { region: 'eu-central-1' } })).toBe(1.05);
});

it('is unknown for a vendor, for a model that costs nothing, and behind another address', () => {
  expect(perMillion(vendor)).toBeUndefined();
  expect(perMillion({ adapter: 'checklist' })).toBeUndefined();
  expect(perMillion({ ...gpt, config: { apiBaseUrl: 'https://proxy.example/v1' } })).toBeUndefined();
});

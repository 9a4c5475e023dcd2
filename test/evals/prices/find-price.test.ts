import { describe, expect, it, test } from 'vitest';
import { findPrice } from '../../../evals/prices/find-price.ts';
import { priceTable } from '../../../evals/prices/price-table.ts';

const frankfurt = 'eu-central-1';

describe('the list price of a model', () => {
  test.each([
    ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', frankfurt, 3.3, 16.5],
    ['eu.anthropic.claude-sonnet-4-5-20250929-v1:0', 'eu-north-1', 3.3, 16.5],
    ['eu.anthropic.claude-sonnet-5', frankfurt, 2.2, 11],
    ['eu.anthropic.claude-haiku-4-5-20251001-v1:0', frankfurt, 1.1, 5.5],
    ['eu.anthropic.claude-opus-4-6-v1', frankfurt, 5.5, 27.5],
    ['eu.anthropic.claude-opus-5-5', frankfurt, 4.4, 22],
    [
      'arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.amazon.nova-pro-v1:0',
      frankfurt,
      1.05,
      4.2,
    ],
    ['bedrock:eu.amazon.nova-micro-v1:0', frankfurt, 0.046, 0.184],
    ['bedrock:converse:eu.amazon.nova-lite-v1:0', frankfurt, 0.078, 0.312],
    ['eu.mistral.pixtral-large-2502-v1:0', 'eu-west-3', 2, 6],
    ['openai:gpt-4.1', undefined, 2, 8],
    ['openai:chat:gpt-4.1-mini-2025-04-14', undefined, 0.4, 1.6],
    ['openai:chat:gpt-4o-2024-08-06', undefined, 2.5, 10],
    // The longest id that fits: this one snapshot has a price of its own.
    ['openai:chat:gpt-4o-2024-05-13', undefined, 5, 15],
    ['mistral:mistral-large-2512', undefined, 0.5, 1.5],
  ])('%s in %s', (id, region, inputPerMillion, outputPerMillion) => {
    expect(findPrice(id, region)).toMatchObject({ currency: 'USD', inputPerMillion, outputPerMillion });
  });

  test.each([
    ['a model that is not in the table', 'eu.anthropic.claude-sonnet-5-9', frankfurt],
    ['a larger sister whose name goes on', 'openai:gpt-4.1-nano', undefined],
    ['a profile outside the EU', 'us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'us-east-1'],
    ['a region with another price', 'eu.amazon.nova-lite-v1:0', 'eu-west-3'],
    ['no region told', 'eu.amazon.nova-lite-v1:0', undefined],
    ['the same name at another provider', 'openrouter:openai/gpt-4.1', undefined],
    [
      'a profile of the account',
      'arn:aws:bedrock:eu-central-1:1:application-inference-profile/x1',
      frankfurt,
    ],
    ['nothing', '', frankfurt],
  ])('none for %s', (_, id, region) => {
    expect(findPrice(id, region)).toBeNull();
  });
});

describe('the price table', () => {
  it('names each id once, dates every price, and has a rate for every currency', () => {
    const ids = priceTable.models.flatMap((model) => model.ids);
    expect(new Set(ids).size).toBe(ids.length);
    const currencies = new Set(priceTable.models.map(({ price }) => price.currency));
    currencies.delete('DKK');
    expect(priceTable.rates.map(({ currency }) => currency)).toEqual(expect.arrayContaining([...currencies]));
    expect(
      priceTable.models.filter(({ price }) => price.inputPerMillion * price.outputPerMillion === 0),
    ).toEqual([]);
  });

  it('never asks more for what a cache serves than for new input', () => {
    const dear = priceTable.models.filter(
      ({ price }) => (price.cacheReadPerMillion ?? 0) > price.inputPerMillion,
    );
    expect(dear).toEqual([]);
  });
});

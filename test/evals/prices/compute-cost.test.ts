import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { ModelUsage } from '../../../evals/ports.ts';
import { completeUsage } from '../../../evals/prices/complete-usage.ts';
import { computeCost } from '../../../evals/prices/compute-cost.ts';
import { type Price, PriceSchema } from '../../../evals/prices/price.ts';
import type { Rate } from '../../../evals/prices/price-table.ts';

const rates: Rate[] = [
  { currency: 'USD', dkk: 6.5, of: '2026-10-30', source: 'test' },
  { currency: 'EUR', dkk: 7.46, of: '2026-10-29', source: 'test' },
];
const of = '2026-11-01';
const price = (told: Omit<Partial<Price>, 'of'>): Price => PriceSchema.parse({ of, ...told });

describe('the cost of a call, computed by hand', () => {
  const sonnet = price({
    currency: 'USD',
    inputPerMillion: 3.3,
    outputPerMillion: 16.5,
    cacheReadPerMillion: 0.33,
    cacheWritePerMillion: 4.125,
  });
  const examples: [string, ModelUsage, Price, number][] = [
    // 40,000 × 3.3 / 1e6 = 0.132; 1,000 × 16.5 / 1e6 = 0.0165; together 0.1485 USD.
    ['dollars', { inputTokens: 40_000, outputTokens: 1000 }, sonnet, 0.1485 * 6.5],
    // 10,000 new at 3.3: 0.033; 30,000 read at 0.33: 0.0099; 1,000 out: 0.0165; together 0.0594 USD.
    [
      'a cache read',
      { inputTokens: 40_000, cacheReadTokens: 30_000, outputTokens: 1000 },
      sonnet,
      0.0594 * 6.5,
    ],
    // 10,000 new: 0.033; 30,000 written at 4.125: 0.12375; 1,000 out: 0.0165; together 0.17325 USD.
    [
      'a cache written',
      { inputTokens: 40_000, cacheWriteTokens: 30_000, outputTokens: 1000 },
      sonnet,
      0.17325 * 6.5,
    ],
    // 2 million × 0.5 + 0.1 million × 1.5 = 1.15 EUR.
    [
      'euros',
      { inputTokens: 2_000_000, outputTokens: 100_000 },
      price({ currency: 'EUR', inputPerMillion: 0.5, outputPerMillion: 1.5 }),
      1.15 * 7.46,
    ],
    ['kroner a call', {}, price({ perCall: 12.5 }), 12.5],
    // 1,000 × 2 / 1e6 + 0.25.
    [
      'kroner a call and output',
      { outputTokens: 1000 },
      price({ perCall: 0.25, outputPerMillion: 2 }),
      0.252,
    ],
    // Cache prices that are not told are those of other input: 1,000 × 10 / 1e6.
    [
      'cache as other input',
      { inputTokens: 1000, cacheReadTokens: 900 },
      price({ inputPerMillion: 10 }),
      0.01,
    ],
    ['nothing', { inputTokens: 1, outputTokens: 1 }, price({}), 0],
  ];
  test.each(examples)('%s', (_, usage, of_, expected) => {
    expect(computeCost(usage, of_, rates)!.costDkk).toBeCloseTo(expected, 12);
  });

  it('carries the date of the prices, and that of the rate where money is changed', () => {
    expect(computeCost({}, price({ perCall: 1 }), rates)).toEqual({ costDkk: 1, pricesOf: of });
    expect(computeCost({}, price({ perCall: 1, currency: 'USD' }), rates)).toEqual({
      costDkk: 6.5,
      pricesOf: of,
      ratesOf: '2026-10-30',
    });
  });
});

describe('a cost that cannot be known', () => {
  const both = price({ inputPerMillion: 1, outputPerMillion: 2, perCall: 3 });
  const unknown: [string, ModelUsage, Price][] = [
    ['no tokens told', {}, both],
    ['input not told', { outputTokens: 5 }, both],
    ['output not told', { inputTokens: 5 }, both],
    ['cache is dear, input not told', { cacheReadTokens: 5 }, price({ cacheReadPerMillion: 1 })],
    ['more from cache than read', { inputTokens: 5, cacheReadTokens: 6, outputTokens: 1 }, both],
    ['negative', { inputTokens: -5, outputTokens: 1 }, both],
    ['no number', { inputTokens: Number.NaN, outputTokens: 1 }, both],
    ['longer than priced', { inputTokens: 101, outputTokens: 1 }, { ...both, upToInputTokens: 100 }],
    ['of unknown length', {}, price({ perCall: 1, upToInputTokens: 100 })],
    ['no rate', { inputTokens: 5, outputTokens: 5 }, { ...both, currency: 'USD' }],
  ];
  test.each(unknown)('%s', (_, usage, of_) => {
    expect(computeCost(usage, of_, [])).toBeUndefined();
    expect(completeUsage(usage, of_, true)).not.toHaveProperty(of_.currency === 'USD' ? 'none' : 'costDkk');
  });
});

describe('completing what an answer used', () => {
  const usage = { inputTokens: 1_000_000, outputTokens: 0, region: 'eu-north-1' };
  const one = price({ inputPerMillion: 2 });
  it('adds the cost, keeps one that the model told, and invents none', () => {
    expect(completeUsage(usage, one, true)).toEqual({ ...usage, costDkk: 2, pricesOf: of });
    expect(completeUsage({ ...usage, costDkk: 9 }, one, true)).toEqual({ ...usage, costDkk: 9 });
    expect(completeUsage(usage, undefined, true)).toEqual(usage);
    expect(completeUsage({}, price({ perCall: 1 }), true)).toEqual({ costDkk: 1, pricesOf: of });
    expect(completeUsage({}, price({ perCall: 1 }), false)).toEqual({});
  });
});

describe('for any usage and price', () => {
  const amount = fc.double({ min: 0, max: 1000, noNaN: true });
  const priced = fc.record({
    currency: fc.constantFrom('DKK' as const, 'EUR' as const, 'USD' as const),
    of: fc.constant(of),
    inputPerMillion: amount,
    outputPerMillion: amount,
    cacheReadPerMillion: amount,
    cacheWritePerMillion: amount,
    perCall: amount,
  });
  const tokens = fc.nat(1_000_000);
  const used = fc.record({ fresh: tokens, read: tokens, written: tokens, out: tokens }).map((each) => ({
    inputTokens: each.fresh + each.read + each.written,
    cacheReadTokens: each.read,
    cacheWriteTokens: each.written,
    outputTokens: each.out,
  }));
  const costOf = (usage: ModelUsage, of_: Price) => computeCost(usage, of_, rates)!.costDkk;

  it('more tokens are never cheaper, and two calls cost what their tokens cost and a call more', () => {
    fc.assert(
      fc.property(used, used, priced, (a, b, of_) => {
        const both = {
          inputTokens: a.inputTokens + b.inputTokens,
          cacheReadTokens: a.cacheReadTokens + b.cacheReadTokens,
          cacheWriteTokens: a.cacheWriteTokens + b.cacheWriteTokens,
          outputTokens: a.outputTokens + b.outputTokens,
        };
        const [whole, first, second] = [costOf(both, of_), costOf(a, of_), costOf(b, of_)];
        expect(whole).toBeGreaterThanOrEqual(first * (1 - 1e-12));
        const call = costOf({ inputTokens: 0, outputTokens: 0 }, of_);
        expect(Math.abs(first + second - whole - call)).toBeLessThanOrEqual(1e-9 * (first + second + 1));
      }),
    );
  });

  it('where cache prices are those of other input, it does not matter what was cached', () => {
    fc.assert(
      fc.property(used, priced, (usage, of_) => {
        const flat = {
          ...of_,
          cacheReadPerMillion: of_.inputPerMillion,
          cacheWritePerMillion: of_.inputPerMillion,
        };
        const plain = { inputTokens: usage.inputTokens, outputTokens: usage.outputTokens };
        expect(costOf(usage, flat)).toBeCloseTo(costOf(plain, flat), 6);
      }),
    );
  });

  it('is a number of kroner from 0, or not known', () => {
    const wild = fc.record(
      {
        inputTokens: fc.oneof(fc.double(), tokens),
        outputTokens: fc.oneof(fc.double(), tokens),
        cacheReadTokens: fc.oneof(fc.double(), tokens),
        cacheWriteTokens: fc.oneof(fc.double(), tokens),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(wild, priced, (usage, of_) => {
        const cost = computeCost(usage, of_, rates);
        if (cost !== undefined) expect(cost.costDkk).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

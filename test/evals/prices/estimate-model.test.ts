import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ModelEstimateSchema } from '../../../evals/prices/estimate.ts';
import {
  type EstimateModelInput,
  estimateFree,
  estimateModel,
} from '../../../evals/prices/estimate-model.ts';
import { PriceSchema } from '../../../evals/prices/price.ts';

const price = PriceSchema.parse({
  of: '2026-11-01',
  inputPerMillion: 10,
  outputPerMillion: 100,
  cacheReadPerMillion: 1,
  cacheWritePerMillion: 20,
});

const input: EstimateModelInput = {
  id: 'm',
  version: '1',
  calls: 10,
  concurrency: { start: 4, max: 4 },
  price,
  text: { inputTokens: 3000, longestInputTokens: 4000, sharedTokens: 2000 },
  output: { tokens: 500, from: 'checklist' },
  earlier: undefined,
};

describe('the estimate of one model, computed by hand', () => {
  it('from the text: the calls in flight at the start write the cache, the others read it', () => {
    // New: 10 × 1,000 at 10; written: 4 × 2,000 at 20; read: 6 × 2,000 at 1; out: 10 × 500 at 100, a million.
    const costDkk = (10_000 * 10 + 8000 * 20 + 12_000 * 1 + 5000 * 100) / 1_000_000;
    expect(estimateModel(input)).toEqual({
      id: 'm',
      version: '1',
      called: true,
      calls: 10,
      inputTokens: 30_000,
      cacheReadTokens: 12_000,
      cacheWriteTokens: 8000,
      outputTokens: 5000,
      inputFrom: 'text',
      outputFrom: 'checklist',
      costDkk: expect.closeTo(costDkk, 12),
      hasPrice: true,
      pricesOf: '2026-11-01',
      ratesOf: null,
      latencyMs: 20_000,
      latencyFrom: 'assumed',
      concurrency: 4,
      // Three rounds of 20 s.
      minutes: 1,
      earlierRun: null,
    });
  });

  it('from earlier calls where they tell, from the text where they do not', () => {
    const earlier = { runId: 'r', calls: 50, latencyMs: 6000, outputTokens: 700 };
    expect(estimateModel({ ...input, earlier })).toMatchObject({
      inputTokens: 30_000,
      inputFrom: 'text',
      outputTokens: 7000,
      outputFrom: 'calls',
      latencyMs: 6000,
      latencyFrom: 'calls',
      minutes: 0.3,
      earlierRun: { runId: 'r', calls: 50 },
    });
    const told = { ...earlier, inputTokens: 4000, cacheReadTokens: 3000, cacheWriteTokens: 500 };
    expect(estimateModel({ ...input, earlier: told })).toMatchObject({
      inputTokens: 40_000,
      cacheReadTokens: 30_000,
      cacheWriteTokens: 5000,
      inputFrom: 'calls',
      costDkk: expect.closeTo((5000 * 10 + 5000 * 20 + 30_000 * 1 + 7000 * 100) / 1_000_000, 12),
    });
  });

  it('with the lane that opens as answers come', () => {
    // 4 + 8 + 16 in three rounds, then 32 at once: two more for 44.
    const opening = { start: 4, max: 32 };
    const minutes = (calls: number) => estimateModel({ ...input, calls, concurrency: opening }).minutes;
    expect([0, 4, 5, 28, 29, 60, 72].map(minutes).map((each) => Math.round(each * 3))).toEqual([
      0, 1, 2, 3, 4, 4, 5,
    ]);
    expect(estimateModel({ ...input, concurrency: opening }).concurrency).toBe(32);
  });

  it('has no cost where one cannot be known', () => {
    expect(estimateModel({ ...input, price: undefined })).toMatchObject({ costDkk: null, hasPrice: false });
    const long = { ...price, upToInputTokens: 3999 };
    expect(estimateModel({ ...input, price: long })).toMatchObject({ costDkk: null, hasPrice: true });
    expect(estimateModel({ ...input, text: undefined })).toMatchObject({
      inputTokens: null,
      inputFrom: 'nothing',
      costDkk: null,
    });
    const aCall = PriceSchema.parse({ of: '2026-11-01', perCall: 2.5 });
    expect(estimateModel({ ...input, text: undefined, price: aCall })).toMatchObject({ costDkk: 25 });
  });

  it('nothing for a model that is not called', () => {
    expect(ModelEstimateSchema.parse(estimateFree(input))).toMatchObject({
      called: false,
      costDkk: 0,
      minutes: 0,
    });
  });

  it('fits its schema, and grows with the calls, whatever the figures are', () => {
    const size = fc.nat(1_000_000);
    fc.assert(
      fc.property(
        size,
        size,
        size,
        fc.integer({ min: 1, max: 512 }),
        fc.nat(512),
        fc.nat(10_000),
        (a, b, c, start, room, calls) => {
          const concurrency = { start, max: start + room };
          const text = { inputTokens: a + b, longestInputTokens: a + b, sharedTokens: b };
          const of = (count: number) =>
            ModelEstimateSchema.parse(
              estimateModel({
                ...input,
                text,
                concurrency,
                calls: count,
                output: { tokens: c, from: 'suite' },
              }),
            );
          const [fewer, more] = [of(calls), of(calls + 1)];
          // Unknown beyond the length that the price holds for, however many calls there are.
          expect(more.costDkk === null).toBe(fewer.costDkk === null);
          expect(more.costDkk ?? 0).toBeGreaterThanOrEqual((fewer.costDkk ?? 0) * (1 - 1e-12));
          expect(more.minutes).toBeGreaterThanOrEqual(fewer.minutes);
          expect(more.cacheReadTokens + more.cacheWriteTokens).toBeLessThanOrEqual(more.inputTokens! + 1);
        },
      ),
    );
  });
});

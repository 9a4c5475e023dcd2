import { describe, expect, it } from 'vitest';
import { type RunEstimate, requireWithin } from '../../../functions/estimate/run-estimate.ts';

const model = (id: string, costDkk: number | null) => ({
  ...{ id, calls: 10, costDkk, hasPrice: costDkk !== null, pricesOf: null, ratesOf: null },
});
const estimate = (...costs: (number | null)[]): RunEstimate => ({
  ...{ calls: 10 * costs.length, minutes: 1 },
  costDkk: costs.includes(null) ? null : costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0),
  models: costs.map((cost, at) => model(`m${at}`, cost)),
});

describe('an estimate beside what a run may cost', () => {
  it('is within where it is no more', () => {
    expect(() => requireWithin(estimate(), 0)).not.toThrow();
    expect(() => requireWithin(estimate(4, 6), 10)).not.toThrow();
  });

  it('is refused where it is more: with both amounts, and what can be done', () => {
    expect(() => requireWithin(estimate(4, 6.5), 10)).toThrow(
      /maxCostDkk: 10 DKK, while the run is estimated to cost about 10\.50 DKK.*higher maxCostDkk/su,
    );
  });

  it('is taken for unknown where a model’s cost is, and never for nothing', () => {
    expect(() => requireWithin(estimate(4, null), 10)).not.toThrow();
    expect(() => requireWithin(estimate(11, null), 10)).toThrow(
      /estimated to cost at least about 11\.00 DKK/u,
    );
  });
});

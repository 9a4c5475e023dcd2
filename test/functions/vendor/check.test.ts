import { describe, expect, it } from 'vitest';
import { checks } from '../../../functions/vendor/check/checks.ts';
import { isConforming } from '../../../functions/vendor/check/run-checks.ts';
import { startMockVendor } from '../../../functions/vendor/mock/start-mock-vendor.ts';
import { checkMock, checkUrl, failedOf } from './check-mock.ts';

const skippedOf = (outcomes: Awaited<ReturnType<typeof checkMock>>) =>
  outcomes.filter(({ verdict }) => verdict.verdict === 'skip').map(({ check }) => check.id);

describe('checking an endpoint', () => {
  it('has 25 checks or more, each with an id of its own, after what it needs', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(25);
    for (const [at, { needs }] of checks.entries()) {
      for (const need of needs) expect(ids.slice(0, at)).toContain(need);
    }
  });

  it('passes the example server, which answers at once', async () => {
    const outcomes = await checkMock();
    expect(failedOf(outcomes)).toEqual([]);
    expect(skippedOf(outcomes)).toEqual(['async-location', 'async-ends', 'retry-after']);
    expect(isConforming(outcomes)).toBe(true);
  });

  it('passes the example server, which answers later', async () => {
    const outcomes = await checkMock({ async: true });
    expect(failedOf(outcomes)).toEqual([]);
    expect(skippedOf(outcomes)).toEqual([]);
  });

  it('leaves out what needs a key where none is given', async () => {
    await using mock = await startMockVendor();
    const outcomes = await checkUrl(mock.url);
    expect(failedOf(outcomes)).toEqual([]);
    expect(skippedOf(outcomes)).toEqual([
      'async-location',
      'async-ends',
      'missing-auth',
      'wrong-auth',
      'retry-after',
      'secret-kept',
    ]);
  });

  it('remarks on slow answers, which are no fault', async () => {
    const outcomes = await checkMock({ delayMs: 60 }, { slowMs: 30 });
    expect(failedOf(outcomes)).toEqual(['latency']);
    expect(isConforming(outcomes)).toBe(true);
  });

  it('fails at the first check where nobody is there, and leaves out all that needs it', async () => {
    const mock = await startMockVendor();
    await mock.close();
    const outcomes = await checkUrl(mock.url);
    expect(failedOf(outcomes)).toEqual(['reachable']);
    expect(skippedOf(outcomes)).toHaveLength(checks.length - 2);
  });
});

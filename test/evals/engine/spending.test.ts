import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Spending, SpendingLimitError } from '../../../evals/engine/spending.ts';

/** Makes calls at these costs, so many at once, until they are done or the limit stops them. */
async function spend(costs: readonly number[], max: number, inFlight: number, spent = 0) {
  const spending = new Spending(max, spent);
  let at = 0;
  let total = spent;
  let stopped = 0;
  const worker = async () => {
    while (at < costs.length && stopped === 0) {
      const cost = costs[at]!;
      at += 1;
      try {
        const reserved = await spending.reserve('m');
        await new Promise((resolve) => setImmediate(resolve));
        spending.settle('m', reserved, cost);
        total += cost;
      } catch (error) {
        if (!(error instanceof SpendingLimitError)) throw error;
        stopped += 1;
      }
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return { total, stopped };
}

describe('Spending', () => {
  it('stops before the call that would go over, however many are in flight', async () => {
    const { total, stopped } = await spend(Array(100).fill(1), 10, 8);
    expect(total).toBe(10);
    expect(stopped).toBeGreaterThan(0);
  });

  it('counts what earlier parts of the run spent', async () => {
    expect((await spend(Array(100).fill(1), 10, 4, 7)).total).toBe(10);
    expect((await spend([1], 10, 1, 10)).stopped).toBe(1);
  });

  it('counts what others under the limit have spent by now, in all', async () => {
    const spending = new Spending(10, 2, new Map([['m', 3]]));
    spending.noteBeside(4);
    spending.noteBeside(5);
    // Of the dearest call so far it has been told.
    expect(await spending.reserve('m')).toBe(3);
    await expect(spending.reserve('m')).rejects.toThrow('about 10.00 DKK');
  });

  it('makes the first call of a model alone: nothing is known of its cost', async () => {
    const { total } = await spend(Array(64).fill(100), 150, 64);
    expect(total).toBe(100);
  });

  it('does not learn from calls whose cost is not known, and does not wait for them for ever', async () => {
    const spending = new Spending(5, 0);
    const first = await spending.reserve('m');
    const second = spending.reserve('m');
    spending.settle('m', first, 'failed');
    spending.settle('m', await second, 2);
    expect(await spending.reserve('m')).toBe(2);
    await expect(spending.reserve('m')).rejects.toThrow(SpendingLimitError);
  });

  it('counts a call whose cost is not known as the dearest before it', async () => {
    const spending = new Spending(10, 0);
    spending.settle('m', await spending.reserve('m'), 3);
    for (let calls = 0; calls < 2; calls += 1) {
      spending.settle('m', await spending.reserve('m'), 'failed');
    }
    await expect(spending.reserve('m')).rejects.toThrow('about 9.00 DKK');
  });

  it('gives back what was reserved for a call that was not made, and lets the next one find out', async () => {
    const spending = new Spending(10, 8, new Map([['m', 0.5]]));
    for (let questions = 0; questions < 20; questions += 1)
      spending.settle('m', await spending.reserve('m'), 'unmade');
    expect(spending.leftDkk).toBe(2);
    spending.settle('other', await spending.reserve('other'), 'unmade');
    // Nothing is known of that model still.
    expect(await spending.reserve('other')).toBe(0);
  });

  it('goes over by no more than the dearest call in flight was dearer than those before it', async () => {
    const costs = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(
        costs,
        fc.integer({ min: 20, max: 300 }),
        fc.integer({ min: 1, max: 16 }),
        async (all, max, inFlight) => {
          const { total } = await spend(all, max, inFlight);
          expect(total).toBeLessThanOrEqual(max + inFlight * (Math.max(...all) - Math.min(...all)));
        },
      ),
      { numRuns: 60 },
    );
  });
});

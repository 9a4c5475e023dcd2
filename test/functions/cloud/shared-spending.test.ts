import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpendingLimitError } from '../../../evals/engine/spending.ts';
import { SharedSpending } from '../../../functions/cloud/shared-spending.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

interface Asking {
  functions: number;
  /** Calls in flight in each. */
  inFlight: number;
  maxCostDkk: number;
  /** What a call takes, by function. */
  callMs: (at: number) => number;
}

/** Functions that call at 1 DKK until the limit stops them; each answer is put away as it comes. */
async function spendTogether({ functions, inFlight, maxCostDkk, callMs }: Asking) {
  const clock = createVirtualClock();
  const putAway = Array<number>(functions).fill(0);
  let looks = 0;
  const workers = putAway.flatMap((_, at) => {
    const beside = () => putAway.reduce((sum, spent, other) => (other === at ? sum : sum + spent), 0);
    const look = async () => {
      looks += 1;
      await clock.sleep(5);
      return beside();
    };
    const spending = new SharedSpending({
      ...{ maxCostDkk, spentDkk: 0, besideDkk: 0, dearest: new Map(), atOnce: functions, clock, look },
    });
    return Array.from({ length: inFlight }, async () => {
      for (;;) {
        const reserved = await spending.reserve('m');
        await clock.sleep(callMs(at));
        putAway[at]! += 1;
        spending.settle('m', reserved, 1);
      }
    });
  });
  const ends = Promise.allSettled(workers);
  await clock.run();
  for (const end of await ends)
    expect(end).toMatchObject({ status: 'rejected', reason: expect.any(SpendingLimitError) });
  return { spent: putAway.reduce((sum, each) => sum + each, 0), looks };
}

describe('a limit that functions keep together', () => {
  it('is passed by no more than the calls in flight, however many functions there are, and reached', async () => {
    const asking = fc.record({
      functions: fc.integer({ min: 1, max: 12 }),
      inFlight: fc.integer({ min: 1, max: 8 }),
      maxCostDkk: fc.integer({ min: 50, max: 2000 }),
    });
    await fc.assert(
      fc.asyncProperty(asking, async ({ functions, inFlight, maxCostDkk }) => {
        const { spent } = await spendTogether({ functions, inFlight, maxCostDkk, callMs: () => 200 });
        expect(spent).toBeLessThanOrEqual(maxCostDkk + functions * inFlight);
        expect(spent).toBeGreaterThanOrEqual(maxCostDkk - functions * inFlight);
      }),
      { numRuns: 40 },
    );
  });

  it('is passed by a tenth more at most where one is a hundred times as fast as the others', async () => {
    const asking = {
      functions: 6,
      inFlight: 8,
      maxCostDkk: 1000,
      callMs: (at: number) => (at === 0 ? 20 : 2000),
    };
    const { spent } = await spendTogether(asking);
    expect(spent).toBeLessThanOrEqual(1100 + 6 * 8);
  });

  it('is not looked at for calls that were not made', async () => {
    const clock = createVirtualClock();
    let looks = 0;
    const look = async () => {
      looks += 1;
      return 0;
    };
    const spending = new SharedSpending({
      ...{ maxCostDkk: 100, spentDkk: 0, besideDkk: 0, dearest: new Map([['m', 1]]), atOnce: 2, clock, look },
    });
    for (let questions = 0; questions < 200; questions += 1)
      spending.settle('m', await spending.reserve('m'), 'unmade');
    expect(looks).toBe(0);
  });

  it('takes looks that grow with the logarithm of what may be spent, and none of who is alone', async () => {
    const asking = { functions: 4, inFlight: 8, callMs: () => 200 };
    const { looks } = await spendTogether({ ...asking, maxCostDkk: 500 });
    const { looks: more } = await spendTogether({ ...asking, maxCostDkk: 50_000 });
    expect(more).toBeLessThan(looks * 8);
    const alone = await spendTogether({ ...asking, functions: 1, maxCostDkk: 500 });
    // But for those by time.
    expect(alone.looks).toBeLessThanOrEqual(1);
  });
});

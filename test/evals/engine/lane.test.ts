import { describe, expect, it } from 'vitest';
import { Lane, type Sign } from '../../../evals/engine/lane.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const answered = (): Sign => 'answered';

/** A service that takes a second for each attempt, and counts how many are in flight. */
function createService(clock: { sleep(ms: number): Promise<void> }) {
  const service = {
    inFlight: 0,
    most: 0,
    asked: 0,
    async ask(): Promise<number> {
      service.inFlight += 1;
      service.asked += 1;
      service.most = Math.max(service.most, service.inFlight);
      await clock.sleep(1000);
      service.inFlight -= 1;
      return service.asked;
    },
  };
  return service;
}

describe('Lane', () => {
  it('keeps as many in flight as it may, and never more', async () => {
    const clock = createVirtualClock();
    const lane = new Lane({ clock, concurrency: 8, giveUpAfterMs: 1e6 });
    const service = createService(clock);
    const feeding = (async () => {
      for (let at = 0; at < 80; at += 1) {
        await lane.admit(async () => {
          await lane.attempt(service.ask, answered);
        });
      }
      await lane.settle();
    })();
    await clock.run();
    await feeding;
    expect(service).toMatchObject({ asked: 80, most: 8, inFlight: 0 });
    expect(clock.elapsedMs()).toBe(10_000);
  });

  it('never feeds ahead', async () => {
    const clock = createVirtualClock();
    const lane = new Lane({ clock, concurrency: 4, giveUpAfterMs: 1e6 });
    const service = createService(clock);
    let fed = 0;
    const feeding = (async () => {
      for (; fed < 100; fed += 1)
        await lane.admit(async () => void (await lane.attempt(service.ask, answered)));
    })();
    await clock.run(0);
    expect(fed).toBe(4);
    await clock.run();
    await feeding;
    await lane.settle();
    expect(service.asked).toBe(100);
  });

  it('asks less of a service that is busy, and more again when it is not', async () => {
    const clock = createVirtualClock();
    const lane = new Lane({ clock, concurrency: 16, giveUpAfterMs: 1e6 });
    const service = createService(clock);
    const bears = 4;
    const limits: number[] = [];
    const feeding = (async () => {
      for (let at = 0; at < 300; at += 1) {
        await lane.admit(async () => {
          const sign = (): Sign => (service.inFlight >= bears ? 'congested' : 'answered');
          await lane.attempt(service.ask, sign);
          limits.push(lane.limit);
        });
      }
      await lane.settle();
    })();
    await clock.run();
    await feeding;
    const settled = limits.slice(100);
    expect(Math.max(...settled)).toBeLessThanOrEqual(bears + 1);
    expect(settled.reduce((sum, each) => sum + each, 0) / settled.length).toBeGreaterThan(bears / 2);
  });

  it('asks no more once the service was down too long: each further question is told at once', async () => {
    const clock = createVirtualClock();
    const lane = new Lane({ clock, concurrency: 32, giveUpAfterMs: 60_000 });
    let asked = 0;
    const replies: unknown[] = [];
    const ask = async () => {
      asked += 1;
      return 'down';
    };
    const feeding = (async () => {
      for (let at = 0; at < 500; at += 1) {
        await lane.admit(async () => void replies.push(await lane.attempt(ask, () => 'failed')));
      }
      await lane.settle();
    })();
    await clock.run();
    await feeding;
    expect(lane.ended).toBe(true);
    expect(asked).toBeLessThan(50);
    expect(replies).toHaveLength(500);
    expect(replies.filter((reply) => reply === null)).toHaveLength(500 - asked);
    expect(lane.mayRetry()).toBe(false);
  });

  it('finishes what is under way when one question throws, admits no more, and throws it on', async () => {
    const clock = createVirtualClock();
    const lane = new Lane({ clock, concurrency: 4, giveUpAfterMs: 1e6 });
    let done = 0;
    const feeding = (async () => {
      for (let at = 0; at < 100; at += 1) {
        await lane.admit(async () => {
          await clock.sleep(at === 5 ? 10 : 1000);
          if (at === 5) throw new TypeError('a bug');
          done += 1;
        });
      }
    })();
    feeding.catch(() => undefined);
    await clock.run();
    await expect(feeding).rejects.toThrow('a bug');
    await expect(lane.settle()).rejects.toThrow('a bug');
    expect(done).toBeGreaterThanOrEqual(7);
    expect(done).toBeLessThan(12);
  });

  it('bounds retries: twenty, and one for every second question', async () => {
    const clock = createVirtualClock();
    const lane = new Lane({ clock, concurrency: 1, giveUpAfterMs: 1e6 });
    let retries = 0;
    while (lane.mayRetry()) retries += 1;
    expect(retries).toBe(20);
    for (let at = 0; at < 10; at += 1) await lane.admit(async () => undefined);
    await lane.settle();
    while (lane.mayRetry()) retries += 1;
    expect(retries).toBe(25);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import type { Registry } from '../../evals/ports.ts';
import { createSystemClock } from '../../functions/adapters/system-clock.ts';
import { ApiProblem } from '../../functions/api/problem.ts';
import type { RateLimiter } from '../../functions/api/rate-limiter.ts';
import { createSharedRateLimiter, rateCollection } from '../../functions/api/shared-rate-limiter.ts';
import type { RegistryPlace } from './registry.ts';

const party = 'vendor:a';
/** Nothing to speak of comes in while a test lasts. */
const slow = (burst: number) => ({ burst, perMinute: 0.001 });

/** How many of these are let through; the others must be refused with a time to come again. */
export async function countLetThrough(takes: readonly Promise<void>[]): Promise<number> {
  const ends = await Promise.allSettled(takes);
  for (const end of ends) {
    if (end.status === 'fulfilled') continue;
    if (!(end.reason instanceof ApiProblem)) throw end.reason;
    expect(end.reason.kind).toBe('rate-limit');
    expect(Number(end.reason.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  }
  return ends.filter(({ status }) => status === 'fulfilled').length;
}

/** What processes hold to that count a party's requests together. */
export function describeSharedRates(name: string, create: () => Promise<RegistryPlace>) {
  describe(`shared rates: ${name}`, () => {
    const places: RegistryPlace[] = [];
    const log: string[] = [];
    const processes = async (count: number): Promise<[RateLimiter[], Registry]> => {
      const place = await create();
      places.push(place);
      const clock = createSystemClock();
      const registries = await Promise.all(Array.from({ length: count }, () => place.open()));
      const write = (line: string) => void log.push(line);
      return [
        registries.map((registry) =>
          createSharedRateLimiter({ registry, clock, log: write, patienceMs: 60_000 }),
        ),
        registries[0]!,
      ];
    };
    afterEach(async () => {
      for (const place of places.splice(0)) await place.dispose();
      expect(log.splice(0)).toEqual([]);
    });

    it('lets the burst through, and no more, of 50 at once in as many processes', async () => {
      const [limiters] = await processes(50);
      const takes = limiters.map((each) => each.take(party, slow(20)));
      expect(await countLetThrough(takes)).toBe(20);
    });

    it('refuses none of 50 at once that the burst has room for', async () => {
      const [limiters] = await processes(50);
      const takes = limiters.map((each) => each.take(party, { burst: 120, perMinute: 600 }));
      expect(await countLetThrough(takes)).toBe(50);
    });

    it('lets no more than the burst through of several rounds of many', async () => {
      const [limiters] = await processes(8);
      let through = 0;
      for (let round = 0; round < 20; round += 1)
        through += await countLetThrough(limiters.map((each) => each.take(party, slow(60))));
      expect(through).toBeLessThanOrEqual(60);
      // What is held where nobody asks any more is lost: less than a twentieth each.
      expect(through).toBeGreaterThanOrEqual(60 - 8 * 2);
    });

    it('counts each party alone', async () => {
      const [[one, other]] = await processes(2);
      expect(await countLetThrough(Array.from({ length: 30 }, () => one!.take(party, slow(5))))).toBe(5);
      const others = Array.from({ length: 5 }, () => other!.take('vendor:b', slow(5)));
      expect(await countLetThrough(others)).toBe(5);
      expect(await countLetThrough([other!.take(party, slow(5))])).toBe(0);
    });

    it('keeps one record a party, which expires', async () => {
      const [[one], registry] = await processes(1);
      for (let at = 0; at < 100; at += 1) await one!.take(party, { burst: 120, perMinute: 600 });
      const [record, ...more] = await registry.list(rateCollection, { limit: 9 });
      expect(more).toEqual([]);
      expect(record!.key).toBe(party);
      // Several at a time: fewer writes than requests.
      expect(record!.version).toBeLessThan(50);
      const later = new Date(Date.now() + 25 * 3_600_000).toISOString();
      if (registry.sweep !== undefined) expect(await registry.sweep(later)).toBe(1);
    });
  });
}

import { expect, it } from 'vitest';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import { withSharedLease } from '../../../functions/cloud/with-lease.ts';

it('has one work and one wait, however many ask, and nothing is missed that was written before one asked', async () => {
  const context = { registry: createMemoryRegistry(), clock: createSystemClock() };
  let [written, works, atOnce] = [0, 0, 0];
  const seen: number[] = [];
  const ask = () =>
    withSharedLease(context, 'publish', async () => {
      works += 1;
      atOnce += 1;
      expect(atOnce).toBe(1);
      seen.push(written);
      await context.clock.sleep(300);
      atOnce -= 1;
      return true;
    });
  const first = ask();
  await context.clock.sleep(50);
  const others = Array.from({ length: 50 }, () => {
    written += 1;
    return ask();
  });
  const done = await Promise.all([first, ...others]);
  expect(works).toBe(2);
  expect(done.filter((each) => each === null)).toHaveLength(49);
  expect(seen).toEqual([0, 50]);
  expect(await context.registry.list('leases', { limit: 9 })).toEqual([]);
});

it('keeps the place of who waits for long', async () => {
  const registry = createMemoryRegistry();
  let [ms, held] = [Date.parse('2026-11-29T08:00:00.000Z'), true];
  const told: boolean[] = [];
  const clock = {
    ...createSystemClock(),
    now: () => new Date(ms).toISOString(),
    elapsedMs: () => ms,
    async sleep(by: number) {
      ms += by;
      const { value } = (await registry.read('leases', 'publish-next'))!;
      told.push((value as { until: string }).until > clock.now());
      if (told.length === 200) held = false;
      if (!held) await registry.remove('leases', 'publish', 1);
    },
  };
  const until = new Date(ms + 900_000).toISOString();
  await registry.write('leases', 'publish', { schema: 'maalestok.lease.v1', holder: 'x', until }, null);
  expect(await withSharedLease({ registry, clock }, 'publish', async () => told.length)).toBe(200);
  expect(told.every(Boolean)).toBe(true);
  expect(await registry.list('leases', { limit: 9 })).toEqual([]);
});

it('takes the place of one who broke off while waiting', async () => {
  const registry = createMemoryRegistry();
  let now = '2026-11-29T08:00:00.000Z';
  const context = { registry, clock: { ...createSystemClock(), now: () => now } };
  const left = { schema: 'maalestok.lease.v1', holder: 'gone', until: '2026-11-29T08:16:00.000Z' };
  await registry.write('leases', 'publish-next', left, null);
  expect(await withSharedLease(context, 'publish', async () => true)).toBeNull();
  now = '2026-11-29T08:16:00.000Z';
  expect(await withSharedLease(context, 'publish', async () => true)).toBe(true);
});

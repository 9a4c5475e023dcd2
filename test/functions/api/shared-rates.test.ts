import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clock, Registry } from '../../../evals/ports.ts';
import { createDynamoRegistry } from '../../../functions/adapters/registry/create-dynamo-registry.ts';
import { createMemoryRegistry } from '../../../functions/adapters/registry/create-memory-registry.ts';
import { createSqliteRegistry } from '../../../functions/adapters/registry/create-sqlite-registry.ts';
import { createSystemClock } from '../../../functions/adapters/system-clock.ts';
import type { RateLimiter } from '../../../functions/api/rate-limiter.ts';
import {
  createSharedRateLimiter,
  heldMs,
  rateCollection,
} from '../../../functions/api/shared-rate-limiter.ts';
import { countLetThrough, describeSharedRates } from '../../contract/shared-rates.ts';
import { type DynamoServer, startDynamoServer } from '../../support/dynamo-server.ts';

describeSharedRates('memory', async () => {
  const { collections } = createMemoryRegistry();
  return { open: async () => createMemoryRegistry(collections), dispose: async () => undefined };
});

describeSharedRates('sqlite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'maalestok-rates-'));
  const opened: Registry[] = [];
  return {
    async open() {
      const registry = await createSqliteRegistry(join(folder, 'r.sqlite'));
      opened.push(registry);
      return registry;
    },
    async dispose() {
      for (const each of opened) await each.close?.();
      await rm(folder, { recursive: true, force: true });
    },
  };
});

describeSharedRates('dynamodb', async () => {
  const server = await startDynamoServer();
  return {
    open: async () => createDynamoRegistry({ client: server.client(), table: server.table }),
    dispose: () => server.close(),
  };
});

const party = 'vendor:a';
const startMs = Date.UTC(2026, 0, 1);

/** A clock that stands where it is put. @param pause what a wait for another try is; a wait for the registry never ends */
function clockAt(time: { ms: number }, pause: () => Promise<void>): Clock {
  return {
    now: () => new Date(startMs + time.ms).toISOString(),
    elapsedMs: () => time.ms,
    sleep: (_ms, signal) => (signal === undefined ? pause() : new Promise(() => undefined)),
  };
}

function throwLine(line: string): never {
  throw new Error(line);
}

const limits = fc.record({
  burst: fc.integer({ min: 1, max: 60 }),
  perMinute: fc.integer({ min: 1, max: 900 }),
});

describe('the rate of a party over several processes', () => {
  it('is never passed, however their calls of the registry are mixed', async () => {
    const arrivals = fc.array(
      fc.record({
        process: fc.nat(4),
        gapMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 9000 })),
        /** Calls that are answered before it comes. */
        answered: fc.nat(6),
      }),
      { minLength: 1, maxLength: 120 },
    );
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), limits, arrivals, async (scheduler, limit, asked) => {
        const time = { ms: 0 };
        const clock = clockAt(time, () => scheduler.schedule(Promise.resolve()));
        const { collections } = createMemoryRegistry();
        const limiters = Array.from({ length: 5 }, () => {
          const { read, write, ...rest } = createMemoryRegistry(collections);
          const registry: Registry = {
            ...rest,
            read: scheduler.scheduleFunction(read),
            write: scheduler.scheduleFunction(write),
          };
          return createSharedRateLimiter({ registry, clock, log: throwLine });
        });
        const through: number[] = [];
        const takes: Promise<void>[] = [];
        for (const { process, gapMs, answered } of asked) {
          for (let at = 0; at < answered && scheduler.count() > 0; at += 1) await scheduler.waitOne();
          time.ms += gapMs;
          const take = limiters[process]!.take(party, limit);
          takes.push(take);
          take.then(() => through.push(time.ms)).catch(() => undefined);
        }
        await scheduler.waitIdle();
        expect(await countLetThrough(takes)).toBe(through.length);
        through.sort((a, b) => a - b);
        for (const [first, from] of through.entries())
          for (const [last, to] of through.entries()) {
            if (last < first) continue;
            const most = limit.burst + ((to - from + heldMs) * limit.perMinute) / 60_000;
            expect(last - first + 1).toBeLessThanOrEqual(most + 1e-6);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses nobody who keeps to it, whichever process answers', async () => {
    const asked = fc.array(fc.record({ process: fc.nat(9), beyondMs: fc.nat(3000) }), { maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(limits, asked, fc.boolean(), async (limit, requests, exactly) => {
        const time = { ms: 0 };
        const { collections } = createMemoryRegistry();
        const limiters = Array.from({ length: 10 }, () =>
          createSharedRateLimiter({
            registry: createMemoryRegistry(collections),
            clock: clockAt(time, () => Promise.resolve()),
            log: throwLine,
          }),
        );
        for (const { process, beyondMs } of requests) {
          await limiters[process]!.take(party, limit);
          time.ms += Math.ceil(60_000 / limit.perMinute) + (exactly ? 0 : beyondMs);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is let through again when the time that was told is over, in the process that refused and in another', async () => {
    const time = { ms: 0 };
    const clock = clockAt(time, () => Promise.resolve());
    const registry = createMemoryRegistry();
    const [one, other] = [0, 1].map(() => createSharedRateLimiter({ registry, clock, log: throwLine }));
    const limit = { burst: 2, perMinute: 20 };
    const ask = (limiter: RateLimiter | undefined) => countLetThrough([limiter!.take(party, limit)]);
    expect(await ask(one)).toBe(1);
    expect(await ask(other)).toBe(1);
    await expect(one!.take(party, limit)).rejects.toMatchObject({
      kind: 'rate-limit',
      headers: { 'retry-after': '3' },
    });
    time.ms = 2999;
    expect(await ask(one)).toBe(0);
    time.ms = 3000;
    expect(await ask(one)).toBe(1);
    expect(await ask(other)).toBe(0);
    time.ms = 6000;
    expect(await ask(other)).toBe(1);
  });

  it('waits for no bucket that a wrong clock wrote in a time to come', async () => {
    const time = { ms: 0 };
    const registry = createMemoryRegistry();
    const at = new Date(startMs + 86_400_000).toISOString();
    await registry.write(rateCollection, party, { schema: 'maalestok.api.rate.v1', left: 0, at }, null);
    const clock = clockAt(time, () => Promise.resolve());
    const limiter = createSharedRateLimiter({ registry, clock, log: throwLine });
    await limiter.take(party, { burst: 9, perMinute: 60 });
  });
});

describe('the rate of a party where the registry does not answer', () => {
  it('is counted in the process alone once that has lasted too long, and together again later', async () => {
    const time = { ms: 0 };
    const { read, ...rest } = createMemoryRegistry();
    let hangs = true;
    const registry = {
      ...rest,
      read: (...at: [string, string]) => (hangs ? new Promise<null>(() => undefined) : read(...at)),
    };
    const clock: Clock = { ...clockAt(time, () => Promise.resolve()), sleep: async () => undefined };
    const log: string[] = [];
    const limiter = createSharedRateLimiter({ registry, clock, log: (line) => void log.push(line) });
    const few = { burst: 5, perMinute: 1 };
    expect(await countLetThrough(Array.from({ length: 9 }, () => limiter.take(party, few)))).toBe(5);
    expect(log).toEqual([
      'rates: Error: no answer of the registry in 3000 ms; counted in this process alone for 10 s',
    ]);
    hangs = false;
    time.ms = 10_000;
    expect(await countLetThrough(Array.from({ length: 9 }, () => limiter.take(party, few)))).toBe(5);
    expect(await read(rateCollection, party)).not.toBeNull();
  });
});

describe('the rate of a party, on DynamoDB', () => {
  const limit = { burst: 120, perMinute: 600 };

  async function withServer(
    action: (server: DynamoServer, limiter: RateLimiter, log: string[]) => Promise<void>,
  ) {
    const server = await startDynamoServer();
    const registry = createDynamoRegistry({ client: server.client(), table: server.table });
    const log: string[] = [];
    const limiter = createSharedRateLimiter({
      ...{ registry, clock: createSystemClock() },
      log: (line) => void log.push(line),
    });
    try {
      await action(server, limiter, log);
    } finally {
      await registry.close?.();
      await server.close();
    }
  }

  it('costs a process that is alone one read, and a write for every few requests; who is refused costs nothing', () =>
    withServer(async (server, limiter) => {
      for (let at = 0; at < 60; at += 1) await limiter.take(party, limit);
      expect(server.calls.filter((call) => call === 'GetItem')).toHaveLength(1);
      expect(server.calls.filter((call) => call === 'PutItem').length).toBeLessThan(20);
      const slow = { burst: 3, perMinute: 1 };
      await countLetThrough(Array.from({ length: 5 }, () => limiter.take('vendor:b', slow)));
      const before = server.calls.length;
      expect(await countLetThrough(Array.from({ length: 50 }, () => limiter.take('vendor:b', slow)))).toBe(0);
      expect(server.calls).toHaveLength(before);
    }));

  it.each([
    { status: 400, type: 'ThrottlingException' },
    { status: 400, type: 'AccessDeniedException' },
    { status: 500, type: 'InternalServerError' },
  ])('is counted in the process alone, for a while and without asking, where it answers $type', (mishap) =>
    withServer(async (server, limiter, log) => {
      server.mishap = () => mishap;
      const few = { burst: 5, perMinute: 1 };
      expect(await countLetThrough(Array.from({ length: 50 }, () => limiter.take(party, few)))).toBe(5);
      const before = server.calls.length;
      expect(await countLetThrough([limiter.take('vendor:b', few)])).toBe(1);
      expect(server.calls).toHaveLength(before);
      expect(log).toEqual([expect.stringMatching(/^rates: .*counted in this process alone for 10 s$/u)]);
    }),
  );
});

import { z } from 'zod';
import type { Clock, Registry } from '../../evals/ports.ts';
import { later } from './later.ts';
import { createRateLimiter, type RateLimiter } from './rate-limiter.ts';
import {
  fillBucket,
  holdsOne,
  type RateLimit,
  refuseRate,
  type TokenBucket,
  untilOneMs,
} from './token-bucket.ts';

const BucketSchema = z.strictObject({
  schema: z.literal('maalestok.api.rate.v1'),
  left: z.number(),
  at: z.iso.datetime(),
});

/** Where the buckets lie, one a party. */
export const rateCollection = 'rates';
/** What a process has taken is lost when it is not used by then. So what all of them hold is bounded, however many there are. */
export const heldMs = 5000;

/** A process takes this part of a bucket at once: most requests need no write, and what is nearly empty is dealt one by one. */
const partTaken = 1 / 20;
/** Shorter than a record is kept: the version that is remembered is no other record's. */
const rememberedMs = 60_000;
/** By then every bucket is full again. */
const keptMs = 24 * 3_600_000;
/** As long as `Retry-After` tells at least, nobody else is asked about who was refused. */
const refusedMs = 1000;
const mostAttempts = 16;
const shortestPauseMs = 5;
const longestPauseMs = 2000;
/** A copy that has just started connects first; what a request does beside would wait as long. */
const usualPatienceMs = 3000;
/** For so long each process counts for itself then. */
const aloneMs = 10_000;

interface Store {
  registry: Registry;
  clock: Clock;
  /** Told when the registry is out of reach: one line. */
  log(line: string): void;
  /** For so long a request waits for a call of the registry, before that is taken to be out of reach. */
  patienceMs?: number;
}

/** What this process knows of a party. Times are milliseconds since 1970. */
interface Known {
  /** Taken from the bucket, and not used yet. */
  held: number;
  heldFromMs: number;
  refusedUntilMs: number;
  /** The bucket as it was last read or written; null: not known. */
  record: { version: number; bucket: TokenBucket } | null;
  /** Under way: several requests of one process ask once. */
  asking?: Promise<void> | undefined;
}

/**
 * A token bucket for each party, for all processes together. In any t seconds they let through no more than the burst and what the
 * rate gives in t seconds and `heldMs`, however many there are, as long as their clocks agree. A process takes some at a time by a
 * conditional write, and who was refused is refused by it for a second without asking.
 *
 * Where the registry is out of reach each process counts for itself. To refuse would let a registry that is busy shut out all who keep to
 * their rates; to let all through would leave it to whoever made it busy.
 */
export function createSharedRateLimiter(store: Store): RateLimiter {
  const { registry, clock, log, patienceMs = usualPatienceMs } = store;
  const parties = new Map<string, Known>();
  const alone = createRateLimiter(clock);
  let aloneUntilMs = 0;
  const nowMs = () => Date.parse(clock.now());

  /** @throws {Error} where the answer does not come in time */
  const inTime = async <T>(answer: Promise<T>): Promise<T> => {
    const stop = new AbortController();
    const late = clock.sleep(patienceMs, stop.signal).then(() => {
      throw new Error(`no answer of the registry in ${patienceMs} ms`);
    });
    // Whichever comes second is heard by nobody.
    for (const each of [late, answer]) each.catch(() => undefined);
    try {
      return await Promise.race([answer, late]);
    } finally {
      stop.abort();
    }
  };

  const read = async (party: string): Promise<Known['record']> => {
    const stored = await inTime(registry.read(rateCollection, party));
    if (stored === null) return null;
    const { left, at } = BucketSchema.parse(stored.value);
    return { version: stored.version, bucket: { left, atMs: Date.parse(at) } };
  };

  /** Takes a part of a bucket, or finds it empty. */
  const ask = async (party: string, known: Known, limit: RateLimit): Promise<void> => {
    for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
      const [now, begunMs] = [nowMs(), clock.elapsedMs()];
      if (known.record === null || now - known.record.bucket.atMs > rememberedMs)
        known.record = await read(party);
      const { record } = known;
      const found = fillBucket(unlessAhead(record?.bucket ?? null, now), limit, now);
      // Others only take: what is empty by what is remembered is so.
      if (!holdsOne(found)) {
        known.refusedUntilMs = now + Math.max(refusedMs, untilOneMs(found, limit, now));
        return;
      }
      const held = Math.max(1, Math.floor(found.left * partTaken));
      const bucket = { ...found, left: found.left - held };
      known.record = null;
      const version = await write(party, bucket, record?.version ?? null);
      if (version !== null) {
        Object.assign(known, { held, heldFromMs: now, record: { version, bucket } });
        return;
      }
      // Drawn from so long that, however slow the registry is, fewer meet each time.
      const tookMs = Math.max(shortestPauseMs, clock.elapsedMs() - begunMs);
      await clock.sleep(Math.random() * Math.min(longestPauseMs, tookMs * 2 ** attempt));
    }
    // So many at once are all of this party, and nobody else waits for it.
    known.refusedUntilMs = nowMs() + refusedMs;
  };

  const write = async (party: string, { left, atMs }: TokenBucket, expected: number | null) => {
    const at = new Date(atMs).toISOString();
    const value: z.infer<typeof BucketSchema> = { schema: 'maalestok.api.rate.v1', left, at };
    const writing = registry.write(rateCollection, party, value, expected, later(at, keptMs));
    return (await inTime(writing))?.version ?? null;
  };

  return {
    async take(party, limit) {
      const known = parties.get(party) ?? { held: 0, heldFromMs: 0, refusedUntilMs: 0, record: null };
      parties.set(party, known);
      for (;;) {
        const now = nowMs();
        if (now < aloneUntilMs) return alone.take(party, limit);
        const ageMs = now - known.heldFromMs;
        if (known.held > 0 && ageMs >= 0 && ageMs < heldMs) {
          known.held -= 1;
          return;
        }
        if (now < known.refusedUntilMs) refuseRate(limit, known.refusedUntilMs - now);
        known.asking ??= ask(party, known, limit)
          .catch((error: unknown) => {
            aloneUntilMs = nowMs() + aloneMs;
            log(`rates: ${String(error)}; counted in this process alone for ${aloneMs / 1000} s`);
          })
          .finally(() => {
            known.asking = undefined;
          });
        await known.asking;
      }
    },
  };
}

/** A bucket of a time that is long to come was written by a clock that is wrong: nobody waits for it, and it counts for none. */
function unlessAhead(bucket: TokenBucket | null, now: number): TokenBucket | null {
  return bucket !== null && bucket.atMs > now + heldMs ? null : bucket;
}

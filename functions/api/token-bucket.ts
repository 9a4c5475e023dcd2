import { ApiProblem } from './problem.ts';

export interface RateLimit {
  /** Requests that may come at once. */
  burst: number;
  perMinute: number;
}

export interface TokenBucket {
  left: number;
  atMs: number;
}

/** What is in a bucket now. @param bucket null: nobody has taken of it yet */
export function fillBucket(
  bucket: TokenBucket | null,
  { burst, perMinute }: RateLimit,
  nowMs: number,
): TokenBucket {
  if (bucket === null) return { left: burst, atMs: nowMs };
  const passedMs = Math.max(0, nowMs - bucket.atMs);
  return {
    left: Math.min(burst, bucket.left + (passedMs * perMinute) / 60_000),
    atMs: bucket.atMs + passedMs,
  };
}

/** Whether one can be taken. What was added up in parts may lack a hair's breadth. */
export function holdsOne({ left }: TokenBucket): boolean {
  return left > 1 - 1e-9;
}

/** Milliseconds until a bucket holds one. */
export function untilOneMs({ left, atMs }: TokenBucket, { perMinute }: RateLimit, nowMs: number): number {
  return atMs - nowMs + ((1 - left) * 60_000) / perMinute;
}

export function refuseRate({ perMinute }: RateLimit, waitMs: number): never {
  throw new ApiProblem('rate-limit', `At most ${perMinute} requests a minute are answered.`, {
    headers: { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) },
  });
}

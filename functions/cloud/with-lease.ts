import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Registry, RegistryRecord } from '../../evals/ports.ts';
import { later } from '../api/later.ts';

const LeaseSchema = z.strictObject({
  schema: z.literal('maalestok.lease.v1'),
  holder: z.string(),
  until: z.iso.datetime(),
});

/** One place to hold, in a collection of its own kind. */
interface Place {
  collection: string;
  name: string;
}

const collection = 'leases';
/** Longer than any function may work: whoever holds it beyond that is gone. */
const heldMs = 16 * 60_000;
const askEveryMs = 1000;
/** Of who broke off a record is removed some time after it says nothing any more. */
const keptMs = 24 * 3_600_000;
/** For so long who waits is taken to wait still. */
const waitingMs = 30_000;

/**
 * As `withLease`, for work that takes in all that was written before it begins: where somebody waits already who has not begun, they
 * do it, and nobody else needs to wait. So however many ask at once, one works and one waits.
 * @returns null where another will do it
 */
export async function withSharedLease<T>(
  context: { registry: Registry; clock: Clock },
  name: string,
  action: () => Promise<T>,
): Promise<T | null> {
  const { registry, clock } = context;
  const next = `${name}-next`;
  let waiting = await takePlace(context, { collection, name: next }, waitingMs);
  if (waiting === null) return null;
  let toldAt = clock.elapsedMs();
  /** Of who broke off the place is free soon. */
  const stillWaits = async () => {
    if (waiting === null || clock.elapsedMs() - toldAt < waitingMs / 3) return;
    toldAt = clock.elapsedMs();
    waiting = (await registry.write(collection, next, leaseFor(clock, waitingMs), waiting))?.version ?? null;
  };
  const begin = async () => {
    // Before anything is read: who comes from now on may have written what is not seen here.
    if (waiting !== null) await registry.remove(collection, next, waiting);
    return action();
  };
  return withLease(context, name, begin, stillWaits);
}

/** @returns the version of the record that says so; null where another has it */
export async function takePlace(
  { registry, clock }: { registry: Registry; clock: Clock },
  { collection, name }: Place,
  forMs: number,
): Promise<number | null> {
  const stored = await registry.read(collection, name);
  if (stored !== null && isHeld(stored, clock)) return null;
  const lease = leaseFor(clock, forMs);
  const expiresAt = later(lease.until, keptMs);
  const taken = await registry.write(collection, name, lease, stored?.version ?? null, expiresAt);
  return taken?.version ?? null;
}

/** Whether whoever wrote a record of a lease may be at work still. */
export function isHeld({ value }: RegistryRecord, clock: Clock): boolean {
  return LeaseSchema.parse(value).until > clock.now();
}

function leaseFor(clock: Clock, forMs: number): z.infer<typeof LeaseSchema> {
  return { schema: 'maalestok.lease.v1', holder: randomUUID(), until: later(clock.now(), forMs) };
}

/** Does something while nobody else does under this name; waits for who is before. Of who broke off it is taken over. */
export async function withLease<T>(
  { registry, clock }: { registry: Registry; clock: Clock },
  name: string,
  action: () => Promise<T>,
  stillWaits: () => Promise<void> = async () => undefined,
): Promise<T> {
  let version: number | null = null;
  while (version === null) {
    version = await takePlace({ registry, clock }, { collection, name }, heldMs);
    if (version !== null) break;
    await stillWaits();
    await clock.sleep(askEveryMs);
  }
  try {
    return await action();
  } finally {
    await registry.remove(collection, name, version);
  }
}

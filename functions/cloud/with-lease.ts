import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock, Registry } from '../../evals/ports.ts';
import { later } from '../api/later.ts';

const LeaseSchema = z.strictObject({
  schema: z.literal('maalestok.lease.v1'),
  holder: z.string(),
  until: z.iso.datetime(),
});

const collection = 'leases';
/** Longer than any function may work: whoever holds it beyond that is gone. */
const heldMs = 16 * 60_000;
const askEveryMs = 1000;

/** Does something while nobody else does under this name; waits for who is before. Of who broke off it is taken over. */
export async function withLease<T>(
  { registry, clock }: { registry: Registry; clock: Clock },
  name: string,
  action: () => Promise<T>,
): Promise<T> {
  const holder = randomUUID();
  let version: number | null = null;
  while (version === null) {
    const stored = await registry.read(collection, name);
    const now = clock.now();
    if (stored === null || LeaseSchema.parse(stored.value).until <= now) {
      const lease = { schema: 'maalestok.lease.v1', holder, until: later(now, heldMs) };
      const taken = await registry.write(collection, name, lease, stored?.version ?? null);
      version = taken?.version ?? null;
    }
    if (version === null) await clock.sleep(askEveryMs);
  }
  try {
    return await action();
  } finally {
    await registry.remove(collection, name, version);
  }
}

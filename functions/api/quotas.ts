import { z } from 'zod';
import type { Clock, Registry } from '../../evals/ports.ts';
import { later } from './later.ts';
import type { Party } from './principal.ts';
import { ApiProblem } from './problem.ts';
import { writeUntilFirst } from './write-until-first.ts';

/** How much of something a party may use in a day or month (UTC). */
export interface Quota {
  name: string;
  limit: number;
  period: 'day' | 'month';
}

const UsedSchema = z.strictObject({
  schema: z.literal('maalestok.api.quota.v1'),
  /** What it was used for: taken twice for one thing, it counts once. */
  ids: z.array(z.string()),
});
type Used = z.infer<typeof UsedSchema>;

const collection = 'quotas';
const none: Used = { schema: 'maalestok.api.quota.v1', ids: [] };
/** Beyond every period, and beyond whatever may still have to be given back. */
const keptMs = 62 * 24 * 3_600_000;

interface Store {
  registry: Registry;
  clock: Clock;
}

/** One of a quota: where it is counted, and what for. Drawn before it is taken, so that it can be given back after any failure. */
export const QuotaTicketSchema = z.strictObject({ key: z.string(), id: z.string() });
export type QuotaTicket = z.infer<typeof QuotaTicketSchema>;

/** @param id what it is used for: taken twice for one thing, it counts once */
export function drawTicket(clock: Clock, party: Party, { name, period }: Quota, id: string): QuotaTicket {
  return { key: `${party}/${name}/${clock.now().slice(0, period === 'day' ? 10 : 7)}`, id };
}

/**
 * Takes one of a quota, by a conditional write: of any number that take at once, no more than the limit get one.
 * @throws {ApiProblem} `quota`, saying when there is more
 */
export async function takeQuota(
  { registry, clock }: Store,
  { name, limit, period }: Quota,
  { key, id }: QuotaTicket,
): Promise<void> {
  const now = clock.now();
  await writeUntilFirst(clock, async () => {
    const stored = await registry.read(collection, key);
    const used = stored === null ? none : UsedSchema.parse(stored.value);
    if (used.ids.includes(id)) return true;
    if (used.ids.length >= limit) throw usedUp(name, limit, period, now);
    const next = { ...used, ids: [...used.ids, id] };
    return registry.write(collection, key, next, stored?.version ?? null, later(now, keptMs));
  });
}

/** Gives one back, where we failed. Given back twice, or never taken, it changes nothing. */
export async function refundQuota({ registry, clock }: Store, { key, id }: QuotaTicket): Promise<void> {
  await writeUntilFirst(clock, async () => {
    const stored = await registry.read(collection, key);
    if (stored === null) return true;
    const used = UsedSchema.parse(stored.value);
    if (!used.ids.includes(id)) return true;
    const next = { ...used, ids: used.ids.filter((each) => each !== id) };
    return registry.write(collection, key, next, stored.version, later(clock.now(), keptMs));
  });
}

function usedUp(name: string, limit: number, period: Quota['period'], now: string): ApiProblem {
  const [from, at] = [new Date(now), new Date(now)];
  at.setUTCHours(24, 0, 0, 0);
  if (period === 'month') at.setTime(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + 1, 1));
  const seconds = Math.ceil((at.getTime() - from.getTime()) / 1000);
  return new ApiProblem(
    'quota',
    `All ${limit} of "${name}" for this ${period} are used. There is more from ${at.toISOString()}.`,
    {
      headers: { 'retry-after': String(seconds) },
    },
  );
}

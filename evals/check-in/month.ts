import { z } from 'zod';

/** A month: `2026-10`. Sorts as it runs. */
export const MonthSchema = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/u, 'a month, like 2026-10');

/** The last day of a month, as an ISO date. */
export function lastDayOf(month: string): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number!, 0)).toISOString().slice(0, 10);
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { toScheduleExpression } from './to-schedule-expression.ts';

/** What a schedule needs of a cluster's file; `maalestok check-in` and the function behind the schedule read all of it. */
const ClusterSchema = z.object({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
    .max(64),
  schedule: z.string().regex(/^[\d*/,-]+(?: [\d*/,A-Za-z#L?-]+){4}$/u),
  timezone: z.string().regex(/^(?:UTC|[A-Z][A-Za-z_]+\/[A-Z][A-Za-z_/+-]+)$/u),
});

/** A cluster's check-in as it is scheduled. */
export interface ScheduledCluster {
  id: string;
  /** Where its file lies in the bucket of cases. */
  key: string;
  expression: string;
  timezone: string;
}

/** The clusters of a folder, by their files `*.yaml`. @throws {Error} naming the file that is wrong */
export function readClusters(folder: string): ScheduledCluster[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return files.sort().flatMap((name) => {
    try {
      const value: unknown = parse(readFileSync(join(folder, name), 'utf8'));
      // A list is a cluster's decisions, which may lie beside it.
      if (Array.isArray(value)) return [];
      const { id, schedule, timezone } = ClusterSchema.parse(value);
      return { id, key: `clusters/${name}`, expression: toScheduleExpression(schedule), timezone };
    } catch (cause) {
      throw new Error(`Cannot schedule the check-in of ${join(folder, name)}: ${String(cause)}`, { cause });
    }
  });
}

import type { Registry } from '../../evals/ports.ts';
import { later } from './later.ts';
import type { AuditRecord } from './resources.ts';

/** Where the audit log lies: only ever written where nothing is yet. */
export const auditCollection = 'audit';

/** A line of the log is kept for so long, and then removed. */
export const auditKeptDays = 730;

/** Appends to the log of who did what. A request that cannot be logged is not done. */
export async function appendAudit(registry: Registry, record: Omit<AuditRecord, 'schema'>): Promise<void> {
  const key = `${record.at}-${record.requestId}-${record.phase}`;
  const value: AuditRecord = { schema: 'maalestok.api.audit.v1', ...record };
  const expiresAt = later(record.at, auditKeptDays * 24 * 3_600_000);
  if ((await registry.write(auditCollection, key, value, null, expiresAt)) === null)
    throw new Error(`Cannot append to the audit log: "${key}" is there already`);
}

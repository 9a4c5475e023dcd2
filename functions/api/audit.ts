import type { Registry } from '../../evals/ports.ts';
import type { AuditRecord } from './resources.ts';

/** Where the audit log lies: only ever written where nothing is yet. */
export const auditCollection = 'audit';

/** Appends to the log of who did what. A request that cannot be logged is not done. */
export async function appendAudit(registry: Registry, record: Omit<AuditRecord, 'schema'>): Promise<void> {
  const key = `${record.at}-${record.requestId}-${record.phase}`;
  const value: AuditRecord = { schema: 'maalestok.api.audit.v1', ...record };
  if ((await registry.write(auditCollection, key, value, null)) === null)
    throw new Error(`Cannot append to the audit log: "${key}" is there already`);
}

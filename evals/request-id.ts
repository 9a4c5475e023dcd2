import { createHash } from 'node:crypto';

/** What makes a question to a model one and the same, in every attempt and after a crash. */
export interface Question {
  runId: string;
  model: { id: string; version: string };
  caseId: string;
  repeat: number;
}

/** The question's id: SHA-256 over the JSON of its parts in this order, in hex. An endpoint's idempotency key. */
export function requestIdOf({ runId, model: { id, version }, caseId, repeat }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([runId, id, version, caseId, repeat]))
    .digest('hex');
}

import { canonicalHash } from './canonical-hash.ts';

/** What makes a question to a model one and the same, in every attempt and after a crash. */
export interface Question {
  runId: string;
  model: { id: string; version: string };
  caseId: string;
  repeat: number;
}

/** The question's id, 64 hex digits: an endpoint's idempotency key. */
export function requestIdOf({ runId, model: { id, version }, caseId, repeat }: Question): string {
  return canonicalHash({ runId, id, version, caseId, repeat });
}

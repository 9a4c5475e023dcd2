import type { InvalidKind } from './error-kinds.ts';
import type { Screening } from './screening.ts';

type NoAnswer = Pick<Screening, 'status' | 'findings' | 'error'>;

const longestMessage = 500;

/** A model answered, but no screening. */
export function invalidAnswer(kind: InvalidKind, message: string): NoAnswer {
  return { status: 'invalid', findings: [], error: { kind, message: message.slice(0, longestMessage) } };
}

/**
 * The model would not answer, or a filter held its answer back. It did reply: it is not asked again, and what it used
 * is paid for.
 */
export function refusedAnswer(message: string): NoAnswer {
  return { status: 'failed', findings: [], error: { kind: 'refused', message } };
}

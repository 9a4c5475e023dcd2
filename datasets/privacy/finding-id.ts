import { createHash } from 'node:crypto';
import type { FindingKind } from './finding-kind.ts';

const around = 30;

/**
 * The id of the characters [start, end) of a text: the same wherever the same words stand around the same value.
 * A hash of the value alone could be guessed (there are few telephone numbers); with 60 characters of its text it
 * cannot, and the text's change is the finding's change.
 */
export function findingId(kind: FindingKind, text: string, start: number, end: number): string {
  const part = text.slice(Math.max(0, start - around), end + around).replace(/\s+/gu, ' ');
  const value = normaliseValue(text.slice(start, end));
  return createHash('sha256').update(`${kind}\n${value}\n${part}`, 'utf8').digest('hex').slice(0, 16);
}

/** One form of a value that is written in several. */
export function normaliseValue(value: string): string {
  return value.toLowerCase().replace(/\s+/gu, ' ').trim();
}

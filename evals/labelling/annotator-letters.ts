import { createHash } from 'node:crypto';
import { compareText } from '../statistics/compare-text.ts';

/**
 * A letter for each annotator, the same throughout a split: A, B … Z, A2 … Their order comes from a hash, so that it
 * follows neither their names nor who labelled first.
 * @param salt such as the data set's content hash
 */
export function annotatorLetters(annotators: readonly string[], salt: string): Map<string, string> {
  const keyOf = (id: string) => createHash('sha256').update(`${salt} ${id}`).digest('hex');
  const ordered = [...annotators].sort((a, b) => compareText(keyOf(a), keyOf(b)) || compareText(a, b));
  return new Map(ordered.map((id, at) => [id, letterAt(at)]));
}

function letterAt(at: number): string {
  const round = Math.floor(at / 26);
  return `${String.fromCharCode(65 + (at % 26))}${round === 0 ? '' : round + 1}`;
}

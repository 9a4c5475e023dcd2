import type { Span } from './detector.ts';
import { fileNameText } from './file-name-text.ts';
import { findInText } from './find-in-text.ts';
import { normaliseText } from './normalise-text.ts';

/** Names of files are words without sentences: only names that the lists are sure of count. */
const leastForNames = 0.9;

/** Spans of a file's name; its ending is no part of it. */
export function findInFileName(name: string): Span[] {
  const { text, place } = normaliseText(name.replace(/\.[^.]{1,5}$/u, ''));
  return findInText(fileNameText(text))
    .filter(({ kind, confidence }) => kind !== 'name' || confidence >= leastForNames)
    .map((span) => ({ ...span, ...place(span.start, span.end) }));
}

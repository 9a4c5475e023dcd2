import { detect } from './detect.ts';
import type { Span } from './detector.ts';
import { inDanishLetters } from './words.ts';

/** A label is read before the text, as if it stood there: `adresse: `; no more of it than this counts. */
const longestLabel = 60;

/**
 * Spans of a text that stands under a label (a field's name, a metadata entry): the label is context, and is itself
 * never part of a finding.
 */
export function findInText(text: string, label = ''): Span[] {
  if (label === '') return detect(text);
  const lead = `${inDanishLetters(label.slice(-longestLabel))}: `;
  return detect(lead + text)
    .map((span) => ({ ...span, start: Math.max(0, span.start - lead.length), end: span.end - lead.length }))
    .filter(({ start, end }) => end > start);
}

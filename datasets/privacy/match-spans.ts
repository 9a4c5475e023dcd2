import type { Span } from './detector.ts';
import type { FindingKind } from './finding-kind.ts';

/**
 * A span for each match of a pattern (flags `gd` and more); of group `value`, where the pattern has one.
 * @param judge the confidence of a match; null: it is none
 */
export function matchSpans(
  text: string,
  pattern: RegExp,
  kind: FindingKind,
  judge: (match: RegExpExecArray) => number | null,
): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    const confidence = judge(match);
    if (confidence === null) continue;
    const [start, end] = match.indices!.groups?.value ?? match.indices![0]!;
    spans.push({ kind, start, end, confidence });
  }
  return spans;
}

/** The text just before a place, for a look at its context. */
export function before(text: string, start: number, length: number): string {
  return text.slice(Math.max(0, start - length), start);
}

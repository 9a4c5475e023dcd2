import type { Span } from '../../datasets/privacy/detector.ts';
import type { CorpusText, Planted } from './make-corpus.ts';

/** Counts of one kind. Precision is of findings, recall of what was planted. */
export interface KindCount {
  planted: number;
  found: number;
  findings: number;
  right: number;
}

export interface Miss {
  kind: string;
  text: string;
}

export interface CorpusScore {
  byKind: Map<string, KindCount>;
  /** Findings in look-alikes, by what these are. */
  falseBySort: Map<string, number>;
  missed: Miss[];
  wrong: Miss[];
}

/**
 * An identifier is found where findings of its own kind cover all of its digits and four fifths of its letters; in
 * numbers the words before the digits do not count. A finding is right where it overlaps an identifier of its kind.
 */
export function scoreCorpus(texts: readonly CorpusText[], detect: (text: string) => Span[]): CorpusScore {
  const score: CorpusScore = { byKind: new Map(), falseBySort: new Map(), missed: [], wrong: [] };
  const of = (kind: string): KindCount => {
    const known = score.byKind.get(kind) ?? { planted: 0, found: 0, findings: 0, right: 0 };
    score.byKind.set(kind, known);
    return known;
  };
  for (const each of texts) {
    const spans = detect(each.text);
    for (const planted of each.planted) {
      const count = of(planted.kind);
      count.planted += 1;
      if (isCovered(each.text, planted, spans)) count.found += 1;
      else score.missed.push({ kind: planted.kind, text: around(each.text, planted) });
    }
    for (const span of spans) {
      const count = of(span.kind);
      count.findings += 1;
      if (each.planted.some((planted) => planted.kind === span.kind && overlaps(planted, span))) {
        count.right += 1;
        continue;
      }
      score.wrong.push({ kind: span.kind, text: around(each.text, span) });
      const sort = each.lookAlikes.find((alike) => overlaps(alike, span))?.what ?? 'beside an identifier';
      score.falseBySort.set(sort, (score.falseBySort.get(sort) ?? 0) + 1);
    }
  }
  return score;
}

function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

const lettersCount = new Set(['name', 'address', 'email', 'signature']);

function isCovered(text: string, planted: Planted, spans: readonly Span[]): boolean {
  let [letters, coveredLetters] = [0, 0];
  for (let at = planted.start; at < planted.end; at += 1) {
    const sign = text.charAt(at);
    const covered = spans.some(({ kind, start, end }) => kind === planted.kind && start <= at && at < end);
    if (/\d/u.test(sign) && !covered) return false;
    if (!/\p{L}/u.test(sign)) continue;
    letters += 1;
    if (covered) coveredLetters += 1;
  }
  const some = spans.some((span) => span.kind === planted.kind && overlaps(span, planted));
  return some && (!lettersCount.has(planted.kind) || coveredLetters >= 0.8 * letters);
}

function around(text: string, { start, end }: { start: number; end: number }): string {
  return `${text.slice(Math.max(0, start - 30), start)}⟦${text.slice(start, end)}⟧${text.slice(end, end + 20)}`;
}

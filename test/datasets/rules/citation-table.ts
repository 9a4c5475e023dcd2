import { expect, test } from 'vitest';
import { builtInCatalogue } from '../../../datasets/rules/built-in-catalogue.ts';
import { formatCitationId } from '../../../datasets/rules/citation-id.ts';
import { parseCitations } from '../../../datasets/rules/parse-citation.ts';
import { uniqueCitations } from '../../../datasets/rules/unique-citations.ts';

/** A text, and the canonical ids of its citations in order, each once. */
export type Row = readonly [text: string, ...ids: string[]];

/** One test a row: the text reads to exactly these ids. */
export function readsTo(rows: readonly Row[]): void {
  test.each(rows.map(([text, ...ids]) => ({ text, ids })))('$text', ({ text, ids }) => {
    expect(cited(text)).toEqual(ids);
  });
}

export function cited(text: string): string[] {
  return uniqueCitations(parseCitations(text, builtInCatalogue())).map(formatCitationId);
}

/** `br18`, 82, 84 → `br18/82`, `br18/83`, `br18/84`. */
export function run(law: string, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `${law}/${from + i}`);
}

import { type Html, html } from '../render/html.ts';
import type { Range } from './find-quote.ts';

/** A place that somebody points to. */
export interface Mark extends Range {
  /** Unique on the page: the link's target. */
  id: string;
  /** Who points to it: `Facit: Kote mangler`, `nordlys-2`. */
  by: string;
  /** The label's, or a model's. */
  of: 'label' | 'model';
}

/**
 * A text with its marks. Where marks overlap, the text is cut at each edge, and a piece names all that point to it; each
 * mark's id stands once, where it begins.
 */
export function markText(text: string, marks: readonly Mark[]): Html {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces = edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1]!;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const piece = text.slice(start, end);
    if (over.length === 0) return html`${piece}`;
    const begin = over.filter((mark) => mark.start === start);
    const kind = over.some(({ of }) => of === 'label') ? 'label' : 'model';
    return html`${begin.map(({ id }) => html`<a class="at" id="${id}" tabindex="-1"></a>`)}<mark class="${kind}" title="${[...new Set(over.map(({ by }) => by))].join('; ')}">${piece}</mark>`;
  });
  return html`${pieces}`;
}

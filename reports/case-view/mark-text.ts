import { cutText } from '../render/cut-text.ts';
import { type Html, html, longText } from '../render/html.ts';
import type { Range } from './find-quote.ts';

/** Who points to one place, by name. */
const namesShown = 6;

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
 * @param limit beyond so many characters the text is cut, and with it the marks
 */
export function markText(whole: string, all: readonly Mark[], limit: number): Html {
  const { text, omitted } = cutText(whole, limit);
  const marks = all
    .filter(({ start }) => start < text.length)
    .map((mark) => ({ ...mark, end: Math.min(mark.end, text.length) }));
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const pieces = edges.slice(0, -1).map((start, at) => {
    const end = edges[at + 1]!;
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const piece = text.slice(start, end);
    if (over.length === 0) return longText(piece, piece.length);
    const begin = over.filter((mark) => mark.start === start);
    const kind = over.some(({ of }) => of === 'label') ? 'label' : 'model';
    return html`${begin.map(({ id }) => html`<a class="at" id="${id}" tabindex="-1"></a>`)}<mark class="${kind}" title="${sayWho(over)}">${longText(piece, piece.length)}</mark>`;
  });
  return html`${pieces}${omitted === 0 ? '' : `… [+${omitted}]`}`;
}

/** Each by name once, and how many more there are. */
function sayWho(marks: readonly Mark[]): string {
  const names = [...new Set(marks.map(({ by }) => by))];
  const more = names.length - namesShown;
  return [...names.slice(0, namesShown), ...(more > 0 ? [`+ ${more}`] : [])].join('; ');
}

import { hrefTo } from '../render/anchor.ts';
import { type Html, html } from '../render/html.ts';
import type { Pointer } from './place-evidence.ts';

/** Who points to a page or field as a whole, each a link back; a dot parts them from the value, for readers without styles too. */
export function renderPointers(pointers: readonly Pointer[]): Html | '' {
  if (pointers.length === 0) return '';
  return html` · ${pointers.map(({ by, from, of }) => html`<a class="pointer ${of}" href="${hrefTo(from)}">${by}</a> `)}`;
}

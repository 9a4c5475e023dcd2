import type { Case } from '../../datasets/case.ts';
import { type Html, html } from '../render/html.ts';
import type { ReportContext } from '../report-context.ts';

/** File types that a browser can be made to draw. */
const drawn = new Set(['application/pdf', 'image/png', 'image/jpeg']);

/**
 * The place of a page's picture. Files stay with the data set: `maalestok view` serves them and draws the page with
 * the quotes marked; a report opened as a plain file says so.
 */
export function renderSheet(
  { words }: ReportContext,
  file: Case['files'][number],
  page: number,
  number: string,
  quotes: readonly string[],
): Html | '' {
  if (!drawn.has(file.mediaType)) return '';
  return html`<figure class="sheet" data-file="${file.sha256}" data-type="${file.mediaType}" data-page="${page}" data-quotes="${JSON.stringify(quotes)}" data-alt="${file.name}, ${number}"><figcaption><small>${words.caseView.sheet(file.name)}</small></figcaption></figure>`;
}

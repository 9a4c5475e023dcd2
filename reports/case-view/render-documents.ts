import type { CaseDocument } from '../../datasets/case.ts';
import { anchor } from '../render/anchor.ts';
import { cutText } from '../render/cut-text.ts';
import { formatDate } from '../render/format-date.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html, longText } from '../render/html.ts';
import { type ReportContext, termName } from '../report-context.ts';
import type { CaseMaterial } from './case-material.ts';
import { type Mark, markText } from './mark-text.ts';
import type { PlacedCase } from './place-evidence.ts';
import { renderFields } from './render-fields.ts';
import { renderPointers } from './render-pointers.ts';
import { renderSheet } from './render-sheet.ts';

/**
 * Beyond this many characters in a case only the pages that somebody points to are shown, and the beginning of each
 * document; the whole document has a page of its own.
 */
const textShown = 24_000;
const cutPageShown = 300;
/** Characters of a page that has a page of its own. */
const wholePageShown = 200_000;
/** Characters of a local rule, which a plan writes in one paragraph. */
const ruleShown = 10_000;
/** Characters of the quotes that a drawing marks, as they stand in the page. */
const quotesShown = 4000;

/** Whether a case's texts are too long for one page. */
export function isLong({ case: shown }: CaseMaterial): boolean {
  let length = 0;
  for (const { pages } of shown.documents) for (const { text } of pages) length += text.length;
  return length > textShown;
}

/** The case itself as a model was shown it: documents with what is pointed to, fields, local rules, files. */
export function renderDocuments(
  context: ReportContext,
  placed: PlacedCase,
  hrefOf: (document: CaseDocument) => string,
): Html {
  const said = context.words.cases;
  const { case: shown, places } = placed;
  const cut = isLong(placed);
  return html`${shown.documents.map((document) =>
    renderDocument(context, placed, document, cut ? hrefOf(document) : null),
  )}
${renderFields(context, shown, places)}
${
  shown.localRules.length === 0
    ? ''
    : html`<section class="doc"><h3>${said.localRules}</h3><ul lang="da">${shown.localRules.map(
        (rule) =>
          html`<li>${rule.plan}, § ${rule.paragraph} ${rule.topic}: ${longText(rule.text, ruleShown)}</li>`,
      )}</ul></section>`
}
${
  shown.files.length === 0
    ? ''
    : html`<section class="doc"><h3>${said.files}</h3><ul>${shown.files.map(
        (file) =>
          html`<li>${file.name} (${file.mediaType}, ${formatCount(Math.ceil(file.bytes / 1024), context.language)} kB)</li>`,
      )}</ul></section>`
}`;
}

/**
 * One document, page by page.
 * @param whole the page that holds all of it; then pages that nobody points to are left out here, and the first is cut
 */
export function renderDocument(
  context: ReportContext,
  { case: shown, places }: PlacedCase,
  document: CaseDocument,
  whole: string | null,
): Html {
  const { words, language } = context;
  const about = [
    termName(context, 'documentTypes', document.type),
    document.date === undefined ? undefined : formatDate(context, document.date),
    document.revision === undefined ? undefined : words.cases.revision(document.revision),
    document.scale,
  ].filter((part) => part !== undefined);
  const file = shown.files.find(({ fileId }) => fileId === document.fileId);
  const id = anchor.document(shown.caseId, document.documentId);
  return html`<section class="doc" id="${id}" tabindex="-1" aria-labelledby="${id}-h"><h3 id="${id}-h">${document.title || document.documentId} <small>${about.join(' · ')}</small></h3>
${document.pages.map((page, at) => {
  const marks = places.marksOn(document.documentId, page.page);
  const pointers = places.pointersTo(document.documentId, page.page);
  const isCut = whole !== null && marks.length + pointers.length === 0;
  if (isCut && at > 0) return '';
  const pageId = anchor.page(shown.caseId, document.documentId, page.page);
  const number = words.cases.page(formatCount(page.page, language));
  return html`<div class="page${pointers.length > 0 ? ' pointed' : ''}" id="${pageId}" tabindex="-1"><p class="page-head"><small>${number}${page.ocr === true ? ` (${words.cases.ocr})` : ''}</small>${renderPointers(pointers)}</p>
${file === undefined ? '' : renderSheet(context, file, page.page, number, quotesOf(page.text, marks))}
<pre class="pagetext" lang="da">${
    page.text === ''
      ? words.cases.noText
      : isCut
        ? cutPage(page.text)
        : markText(page.text, marks, whole === null ? wholePageShown : textShown)
  }</pre></div>`;
})}
${whole === null ? '' : html`<p><a href="${whole}">${words.caseView.whole}</a></p>`}</section>
`;
}

/** The words of the marks, as many as a page can carry. */
function quotesOf(text: string, marks: readonly Mark[]): string[] {
  const quotes: string[] = [];
  let left = quotesShown;
  for (const { start, end } of marks) {
    const quote = text.slice(start, Math.min(end, start + 300));
    left -= JSON.stringify(quote).length + 1;
    if (left < 0) break;
    quotes.push(quote);
  }
  return quotes;
}

function cutPage(page: string): string {
  const { text, omitted } = cutText(page, cutPageShown);
  return omitted === 0 ? text : `${text}…`;
}

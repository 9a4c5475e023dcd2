import { html, trustedHtml } from '../render/html.ts';
import { reportHref } from '../render/report-files.ts';
import { codeName, type ReportContext, termName } from '../report-context.ts';
import { type CaseRow, type CaseTerms, subjectPlaces } from './case-row.ts';
import { framePage, suiteTitle } from './frame-page.ts';
import { listFilters } from './list-filters.ts';
import { listScript } from './list-script.ts';

/** Rows of one piece of the list. */
export const rowsInPiece = 500;

/** One piece of the list, as a script that hands its rows to the list's own. */
export function renderListPiece(rows: readonly CaseRow[]): string {
  return `maalestokCases([\n${rows.map((row) => scriptJson(row)).join(',\n')}\n]);\n`;
}

/** The name of a piece, counted from 1. */
export function pieceName(piece: number): string {
  return `liste-${piece}.js`;
}

/** The list of cases: filters, and rows that a script loads in pieces. The same input gives the same bytes. */
export function renderCaseList(context: ReportContext, total: number, terms: CaseTerms): string {
  const { words, language, result } = context;
  const said = words.caseView;
  const codes = terms.codes.map((id) => ({ id, name: codeName(context, id) }));
  const caseTypes = terms.caseTypes.map((id) => ({ id, name: termName(context, 'caseTypes', id) }));
  const data = {
    locale: language === 'da' ? 'da-DK' : 'en-GB',
    total,
    pieces: Math.ceil(total / rowsInPiece),
    piece: 'liste-',
    models: result.models.map(({ model }) => model.id),
    subjects: subjectPlaces(context),
    codes,
    caseTypes,
    municipalities: terms.municipalities,
    words: {
      ...said.list,
      label: words.cases.label,
      outcomes: words.cases.outcomes,
      statuses: Object.fromEntries(
        Object.entries(words.cases.statuses).map(([status, text]) => [status, text.toLowerCase()]),
      ),
    },
  };
  const byName = <T extends { name: string }>(all: readonly T[]) =>
    all.toSorted((a, b) => a.name.localeCompare(b.name, language));
  const select = (
    name: string,
    label: string,
    options: readonly { id: string; name: string }[],
    any: string,
  ) =>
    html`<label>${label}<select name="${name}"><option value="">${any}</option>${options.map(({ id, name: text }) => html`<option value="${id}">${text}</option>`)}</select></label>`;
  return framePage(context, {
    title: words.sections.cases,
    head: html`<p class="kind"><a href="${reportHref(language)}">${said.report}</a></p>
<h1>${words.sections.cases}</h1>
<p class="lede">${suiteTitle(context)}. ${said.lead}</p>`,
    scripts: [listScript],
    body: html`<form class="filter" id="filter" autocomplete="off">
${select(
  'show',
  said.show,
  listFilters.map((id) => ({ id, name: said.filters[id] })),
  said.everything,
)}
${select(
  'model',
  said.model,
  result.models.map(({ model }) => ({ id: model.id, name: model.id })),
  said.allModels,
)}
${select('code', said.code, byName(codes), said.any)}
${select('type', words.slices.caseType, byName(caseTypes), said.any)}
${select(
  'municipality',
  words.slices.municipality,
  terms.municipalities.toSorted((a, b) => a.localeCompare(b, language)).map((name) => ({ id: name, name })),
  said.any,
)}
<label>${said.search}<input name="search" type="search" maxlength="128"></label>
<button class="more-cases" type="reset">${said.reset}</button>
</form>
<p id="antal" role="status"></p>
<noscript><p>${said.noScript}</p></noscript>
<ol class="case-list" id="sager"></ol>
<button class="more-cases" id="flere" type="button" hidden>${said.more}</button>
<script type="application/json" id="sagsdata">${trustedHtml(scriptJson(data))}</script>
`,
  });
}

/** JSON that ends no script and means the same in a script. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

import type { Case, CaseDocument } from '../../datasets/case.ts';
import { anchor, hrefTo } from '../render/anchor.ts';
import { formatDate } from '../render/format-date.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { casePageName, reportHref } from '../render/report-files.ts';
import { type ReportContext, termName } from '../report-context.ts';
import type { CaseAnswer, CaseMaterial } from './case-material.ts';
import { framePage } from './frame-page.ts';
import { shownScore } from './pair-findings.ts';
import { type PlacedCase, placeEvidence } from './place-evidence.ts';
import { renderAnswer } from './render-answer.ts';
import { isLong, renderDocument, renderDocuments } from './render-documents.ts';
import { renderGold } from './render-gold.ts';
import { sheetScript } from './sheet-script.ts';

/** The cases before and after this one in the list, and its place there, from 1. */
export interface Neighbours {
  before?: string;
  after?: string;
  place: number;
  total: number;
}

/** A page of the case view: its name without folder, and its HTML. */
export interface CasePage {
  name: string;
  body: string;
}

/**
 * The pages of one case: documents with what is pointed to, beside the label and each model's findings. Where the texts
 * are long, each document has a page of its own besides. The same input gives the same bytes.
 */
export function renderCasePages(
  context: ReportContext,
  material: CaseMaterial,
  neighbours: Neighbours,
): CasePage[] {
  const placed: PlacedCase = { ...material, places: placeEvidence(context, material) };
  const { case: shown } = material;
  const name = casePageName(shown.caseId);
  const documentPage = (document: CaseDocument) => `${name}.${shown.documents.indexOf(document) + 1}.html`;
  const pages = [{ name: `${name}.html`, body: renderPage(context, placed, neighbours, documentPage) }];
  if (!isLong(material)) return pages;
  return [
    ...pages,
    ...shown.documents.map((document) => ({
      name: documentPage(document),
      body: renderWholeDocument(context, placed, document, `${name}.html`),
    })),
  ];
}

function renderPage(
  context: ReportContext,
  placed: PlacedCase,
  neighbours: Neighbours,
  documentPage: (document: CaseDocument) => string,
): string {
  const { words } = context;
  const { case: shown, answers } = placed;
  const said = words.caseView;
  return framed(
    context,
    shown,
    html`<p class="kind"><a href="index.html">${said.all}</a> · <a href="${reportHref(context.language)}">${said.report}</a></p>
<h1 id="${anchor.case(shown.caseId)}">${words.cases.details(shown.caseId)}</h1>
<p class="lede">${aboutCase(context, placed)}</p>
${renderNeighbours(context, neighbours)}`,
    html`${renderTallies(context, answers)}
<div class="case-view">
<div class="case-file"><h2>${words.cases.documents}</h2>
${renderDocuments(context, placed, documentPage)}</div>
<div class="case-said"><h2>${words.cases.label}</h2>
${renderGold(context, placed)}
<h2>${words.cases.answers}</h2>${context.result.comparability.protocol.repeats > 1 ? html`<p class="muted">${words.cases.repeats}</p>` : ''}
${answers.map((answer) => renderAnswer(context, placed, answer))}</div>
</div>`,
  );
}

function renderWholeDocument(
  context: ReportContext,
  placed: PlacedCase,
  document: CaseDocument,
  back: string,
): string {
  const { words } = context;
  return framed(
    context,
    placed.case,
    html`<p class="kind"><a href="${back}">${words.cases.details(placed.case.caseId)}</a></p>
<h1>${document.title || document.documentId}</h1>`,
    html`<h2>${words.cases.documents}</h2>
${renderDocument(context, withoutLinks(placed), document, null)}`,
  );
}

/** On a document's own page the findings are not there to be led back to. */
function withoutLinks(placed: PlacedCase): PlacedCase {
  return { ...placed, places: { ...placed.places, pointersTo: () => [], pointersToField: () => [] } };
}

function framed(context: ReportContext, shown: Case, head: Html, body: Html): string {
  const scripts = shown.files.length > 0 ? [sheetScript] : [];
  return framePage(context, { title: context.words.cases.details(shown.caseId), head, body, scripts });
}

/** Type, municipality, date, and what the label says. */
function aboutCase(context: ReportContext, { case: shown, label }: CaseMaterial): string {
  const { words, language } = context;
  const required = label.defects.filter(({ role }) => role === 'required').length;
  const gold =
    required === 0
      ? words.cases.outcomes[label.outcome]
      : `${words.cases.deficient}, ${required === 1 ? words.cases.goldOne : words.cases.gold(formatCount(required, language))}`;
  return [
    termName(context, 'caseTypes', shown.caseType),
    shown.municipality,
    words.caseView.applied(formatDate(context, shown.applicationDate)),
    `${words.cases.label}: ${gold}`,
  ].join(' · ');
}

function renderNeighbours(
  { words, language }: ReportContext,
  { before, after, place, total }: Neighbours,
): Html {
  const said = words.caseView;
  const link = (caseId: string | undefined, text: string, rel: string) =>
    caseId === undefined ? '' : html`<a rel="${rel}" href="${casePageName(caseId)}.html">${text}</a> `;
  return html`<nav class="neighbours" aria-label="${said.neighbours}">${link(before, said.before, 'prev')}<span>${said.place(formatCount(place, language), formatCount(total, language))}</span> ${link(after, said.after, 'next')}</nav>`;
}

/** Every model in one line: found, missed and false findings, a link to its answer. */
function renderTallies(context: ReportContext, answers: readonly CaseAnswer[]): Html {
  return html`<ul class="tallies">${answers.map(
    (answer) =>
      html`<li><a href="${hrefTo(anchor.answer(answer.screening.caseId, answer.modelId))}">${answer.modelId}</a> ${tallyText(context, answer)}</li>`,
  )}</ul>`;
}

function tallyText({ words, language, result }: ReportContext, answer: CaseAnswer): string {
  const counts = shownScore(answer)?.policies[result.comparability.policy];
  if (counts === undefined || answer.screening.status !== 'answered')
    return words.cases.statuses[answer.screening.status].toLowerCase();
  const all = counts.truePositives + counts.falseNegatives;
  const n = (count: number) => formatCount(count, language);
  if (all === 0) return words.cases.tallyClean(n(counts.falsePositives), counts.falsePositives);
  return words.cases.tally(n(counts.truePositives), n(all), n(counts.falsePositives), counts.falsePositives);
}

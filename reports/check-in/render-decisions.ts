import { defectTypeOf } from '../../datasets/taxonomy/taxonomy.ts';
import type { CheckInDataset } from '../../evals/check-in/check-in.ts';
import { cutText } from '../render/cut-text.ts';
import { formatDate } from '../render/format-date.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { type CheckInContext, casePage, codeNames, sayCases } from './check-in-context.ts';
import { renderCaseLinks } from './render-agenda.ts';
import { eachDataset } from './render-front.ts';

/** What was decided since last time, and which labels changed. */
export async function renderDecisions(context: CheckInContext): Promise<Html> {
  const { words } = context;
  const labels = await eachDataset(context, (place) =>
    renderLabels(context, context.record.datasets[place]!, place),
  );
  return html`<h3>${words.checkIn.decisions.title}</h3>
${renderList(context)}
<h3>${words.checkIn.labels.title}</h3>
${labels}`;
}

function renderList(context: CheckInContext): Html {
  const { words, record, hasDecisions } = context;
  const said = words.checkIn.decisions;
  if (record.decisions.length === 0) return html`<p>${hasDecisions ? said.none : said.noFile}</p>`;
  return renderTable({
    caption: said.caption,
    columns: [said.date, said.about, said.decision, said.by].map((head) => ({ head })),
    rows: record.decisions.map(({ date, case: caseId, code, decision, by }) => [
      formatDate(context, date),
      html`${caseId === undefined ? '' : linkOrId(context, caseId)} ${code === undefined ? '' : codeNames(context, placeOfCode(context, code), [code])}`,
      html`<span class="said">${decision}</span>`,
      html`<span class="said">${by}</span>`,
    ]),
  });
}

/** The cases that the log leaves out, where it is about others. */
function renderUnlogged(
  context: CheckInContext,
  { cases, unlogged, unloggedIds }: NonNullable<CheckInDataset['labels']>,
  place: number,
): Html | '' {
  if (unlogged === 0 || unlogged === cases) return '';
  const sentence = context.words.checkIn.labels.partlyUnlogged(sayCases(context, unlogged));
  return html`<p>${sentence} ${renderCaseLinks(context, place, unloggedIds)}</p>`;
}

/** A link where the case is one of this month's. */
function linkOrId(context: CheckInContext, caseId: string): HtmlValue {
  const place = context.placeOf(caseId);
  if (place === undefined) return caseId;
  return html`<a href="${casePage(context, context.record.datasets[place]!, caseId)}">${caseId}</a>`;
}

/** The first data set that knows a code; the first of all where none does. */
function placeOfCode({ taxonomies }: CheckInContext, code: string): number {
  return Math.max(
    0,
    taxonomies.findIndex((taxonomy) => defectTypeOf(taxonomy, code) !== undefined),
  );
}

function renderLabels(context: CheckInContext, { labels }: CheckInDataset, place: number): Html {
  const { words, language } = context;
  const said = words.checkIn.labels;
  if (labels === null) return html`<p>${words.checkIn.first}</p>`;
  const changed =
    labels.cases === 0
      ? html`<p>${said.none}</p>`
      : html`<p>${said.changed(sayCases(context, labels.cases))} ${labels.unlogged === labels.cases ? said.unlogged : ''} ${renderCaseLinks(context, place, labels.caseIds)}</p>${renderUnlogged(context, labels, place)}`;
  if (labels.changes.length === 0) return changed;
  const n = (count: number) => formatCount(count, language);
  return html`${changed}${renderTable({
    caption: said.caption(n(labels.changes.length), n(labels.logged)),
    columns: [said.case, said.date, said.kind, said.why, said.by].map((head) => ({ head })),
    rows: labels.changes.map(({ caseId, date, kind, why, by }) => [
      linkOrId(context, caseId),
      formatDate(context, date),
      said.kinds[kind],
      html`<span class="said">${cutText(why, 500).text}</span>`,
      by,
    ]),
  })}`;
}

import type { ModelHistory } from '../../evals/publishing/board.ts';
import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { intervalRow, intervalText } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { figureCells, figureColumns } from './board-figures.ts';
import { renderCost, sayModel } from './model-cell.ts';
import { renderSitePage } from './render-site-page.ts';
import {
  boardTitle,
  dayText,
  href,
  otherLanguage,
  rankText,
  type SiteContext,
  splitName,
} from './site-context.ts';
import { apiPaths, sitePaths } from './site-paths.ts';

type Result = ModelHistory['results'][number];

/** A model with its history: every published result, board by board, and what each can be checked by. */
export async function renderModelPage(context: SiteContext, { id, results }: ModelHistory): Promise<string> {
  const { words, paths, language } = context;
  const said = words.leaderboard;
  const from = paths.model(id);
  return renderSitePage(context, {
    path: () => from,
    other: sitePaths(otherLanguage(language)).model(id),
    title: id,
    lead: `${sayModel(context, results[0]!.model)}. ${said.model.lead}`,
    body: html`<h2>${said.model.history}</h2>
${renderTable({
  dense: true,
  caption: said.model.historyCaption,
  columns: [
    { head: said.model.result },
    { head: said.model.board },
    ...figureColumns(context),
    { head: said.table.cost },
  ],
  rows: results.map((result) => [
    html`${said.model.versionOf(result.model.version)} <small>${said.measured} ${dayText(context, result.measured)}</small> <small>${said.filter.provenances[result.model.provenance]}</small>`,
    html`<div><a href="${href(from, paths.board(result.comparabilityKey))}">${boardTitle(context, result)}, ${splitName(context, result.dataset.split)} <small>${result.comparabilityKey.slice(0, 12)}</small></a> <small>${sayStanding(context, result)}</small></div>`,
    ...figureCells(context, result.figures),
    renderCost(context, result),
  ]),
})}
<div class="charts">${await renderCharts(context, results)}</div>
<h2>${said.model.checked}</h2>
${results.map((result) => renderChecked(context, result))}
<p><a href="${href(from, apiPaths.model(id))}">${said.model.json}</a></p>`,
  });
}

function sayStanding(context: SiteContext, { rank, ranked }: Result): string {
  const { model } = context.words.leaderboard;
  if (rank === null) return model.replaced;
  return model.standing(rankText(context, rank), formatCount(ranked, context.language));
}

/** A chart for each board on which the model has several results: never two boards in one. */
async function renderCharts(context: SiteContext, results: readonly Result[]): Promise<Html[]> {
  const { words, language } = context;
  const charts: Html[] = [];
  for (const [key, ofBoard] of Map.groupBy(results, ({ comparabilityKey }) => comparabilityKey)) {
    if (ofBoard.length < 2) continue;
    const inTime = ofBoard.toSorted((a, b) => (a.measured < b.measured ? -1 : 1));
    const figures = inTime.map((result) => result.figures.defectF1);
    const chart = {
      id: `figur-${key.slice(0, 12)}`,
      title: words.measures.defectF1.name,
      note: boardTitle(context, ofBoard[0]!),
      rows: inTime.map(({ model, measured }, at) =>
        intervalRow(`${model.version}, ${dayText(context, measured)}`, figures[at]!, context),
      ),
      intervals: figures.map((each) => intervalText(each, context, 'share', words.measures.defectF1.none)),
      axis: shareAxis(language, figures),
    };
    charts.push(await renderIntervalChart(chart));
  }
  return charts;
}

function renderChecked(context: SiteContext, result: Result): Html {
  const said = context.words.leaderboard;
  const { signature, published, consent, measured } = result;
  return html`<section id="${result.id}"><h3>${boardTitle(context, result)}: ${said.model.versionOf(result.model.version)}, ${dayText(context, measured)}</h3>
<dl class="facts">
<dt>${said.measured}</dt><dd>${dayText(context, measured)}</dd>
<dt>${said.published}</dt><dd>${dayText(context, published)}</dd>
${consent === null ? '' : html`<dt>${said.consent}</dt><dd>${dayText(context, consent)}</dd>`}
<dt>${said.signedBy}</dt><dd>${signature.signedBy}</dd>
<dt>${said.fingerprint}</dt><dd><code>${signature.fingerprint}</code></dd>
<dt>${said.source}</dt><dd><code>${signature.source}</code></dd>
</dl></section>
`;
}

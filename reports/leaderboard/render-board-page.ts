import type { Board } from '../../evals/publishing/board.ts';
import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import {
  differenceRange,
  differenceText,
  orientPairs,
  pText,
  sayDifference,
} from '../comparison/render-differences.ts';
import { measureOf } from '../measures.ts';
import { type Html, html } from '../render/html.ts';
import { intervalRow, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { boardMeasures, figureCells, figureColumns } from './board-figures.ts';
import { listModelFilters } from './list-filters.ts';
import { renderCost, renderModelCell } from './model-cell.ts';
import { renderAbout, renderNotices, sayBoard } from './render-about.ts';
import { renderSitePage } from './render-site-page.ts';
import { boardTitle, dayText, href, otherLanguage, type SiteContext } from './site-context.ts';
import { apiPaths, sitePaths } from './site-paths.ts';

/** A board: ranks first, then figure by figure, pair by pair and by case type; at last what was measured on. */
export async function renderBoardPage(context: SiteContext, board: Board): Promise<string> {
  const { words, paths, language } = context;
  const said = words.leaderboard;
  const key = board.comparabilityKey;
  const from = paths.board(key);
  return renderSitePage(context, {
    path: () => from,
    other: sitePaths(otherLanguage(language)).board(key),
    title: boardTitle(context, board),
    lead: sayBoard(context, board),
    key: `${said.key} ${key.slice(0, 12)}`,
    filters: [
      ...(board.about.caseTypes.length === 0
        ? []
        : [
            {
              name: 'type' as const,
              label: said.filter.type,
              options: typesOf(context, board),
            },
          ]),
      ...listModelFilters(context, [board]),
    ],
    body: html`${renderNotices(context, board)}
<section data-all><h2>${said.order}</h2>
<p>${said.orderLead} <a href="${href(from, paths.method)}">${said.nav.method}</a></p>
${renderRanks(context, from, board)}
</section>
<section data-all><h2>${said.figures}</h2>
<div class="charts">${await renderCharts(context, board)}</div></section>
${renderPairs(context, board)}
${renderTypes(context, from, board)}
${renderEarlier(context, from, board)}
<section><h2>${said.about}</h2>
${renderAbout(context, from, board)}
<p><a href="${href(from, apiPaths.board(key))}">${said.json}</a></p></section>`,
  });
}

function renderRanks(context: SiteContext, from: string, { entries }: Board): Html {
  const { table } = context.words.leaderboard;
  return renderTable({
    dense: true,
    caption: table.caption,
    columns: [{ head: table.model }, ...figureColumns(context), { head: table.cost }],
    rows: entries.map((entry) => [
      renderModelCell(context, from, entry),
      ...figureCells(context, entry.figures),
      renderCost(context, entry),
    ]),
  });
}

async function renderCharts(context: SiteContext, { entries }: Board): Promise<Html[]> {
  const { words, language } = context;
  const charts: Html[] = [];
  for (const id of boardMeasures) {
    const figures = entries.map((entry) => entry.figures[id]);
    const chart = {
      id: `figur-${id}`,
      title: words.measures[id].name,
      note: words.models[measureOf(id).better],
      rows: entries.map(({ model }, at) => intervalRow(model.id, figures[at]!, context)),
      intervals: figures.map((each) => intervalText(each, context, 'share', words.measures[id].none)),
      axis: shareAxis(language, figures),
    };
    charts.push(await renderIntervalChart(chart));
  }
  return charts;
}

function typesOf({ language }: SiteContext, { about, entries }: Board): { id: string; name: string }[] {
  return about.caseTypes
    .filter(({ id }) => entries.some(({ caseTypes }) => caseTypes.some((each) => each.id === id)))
    .map(({ id, nameDa, nameEn }) => ({ id, name: language === 'da' ? nameDa : nameEn }));
}

/** Overall F1 within one case type: figures, and no ranks. */
function renderTypes(context: SiteContext, from: string, board: Board): Html | '' {
  const { words } = context;
  const said = words.leaderboard;
  const types = typesOf(context, board);
  if (types.length === 0) return '';
  return html`<section><h2>${said.caseTypes}</h2>
<p>${said.caseTypesLead}</p>
${types.map(({ id, name }) => {
  const rows = board.entries
    .flatMap((entry) => {
      const f1 = entry.caseTypes.find((each) => each.id === id)?.f1;
      return f1 === undefined ? [] : [{ entry, f1 }];
    })
    .toSorted((a, b) => (b.f1.value ?? -1) - (a.f1.value ?? -1));
  return html`<details class="more" data-type="${id}"><summary>${name}</summary>${renderTable({
    caption: name,
    columns: [{ head: words.models.model }, { head: words.measures.defectF1.name }],
    rows: rows.map(({ entry, f1 }) => [
      renderModelCell(context, from, { model: entry.model }),
      renderFigure(f1, context, 'share', words.measures.defectF1.none),
    ]),
  })}</details>
`;
})}</section>`;
}

function renderPairs(context: SiteContext, { pairs, entries }: Board): Html | '' {
  if (pairs.length === 0) return '';
  const { words } = context;
  const said = words.leaderboard;
  const { columns } = words.differences;
  const oriented = orientPairs(
    pairs,
    entries.map(({ model }) => model.id),
  );
  return html`<section class="pairs" data-all><h2>${said.pairs}</h2>
${renderTable({
  caption: said.pairsCaption,
  columns: [
    { head: columns.pair },
    { head: columns.words },
    { head: columns.difference },
    { head: columns.p, numeric: true },
  ],
  rows: oriented.map((pair) => [
    words.differences.pair(pair.a, pair.b),
    sayDifference(context, pair),
    html`<span class="fig"><b>${differenceText(context, pair)}</b> <small>${differenceRange(context, pair)}</small></span>`,
    pair.pHolm === null ? words.figure.none : pText(context, pair.pHolm),
  ]),
})}</section>`;
}

function renderEarlier(context: SiteContext, from: string, { earlier }: Board): Html | '' {
  if (earlier.length === 0) return '';
  const said = context.words.leaderboard;
  return html`<section data-all><h2>${said.earlier}</h2>
${renderTable({
  caption: said.earlierCaption,
  columns: [
    { head: context.words.models.model },
    { head: said.model.result },
    { head: context.words.measures.defectF1.name },
  ],
  rows: earlier.map((result) => [
    html`<a href="${href(from, context.paths.model(result.model.id), result.id)}">${result.model.id}</a>`,
    html`${said.model.versionOf(result.model.version)} <small>${dayText(context, result.measured)}</small>`,
    renderFigure(result.figures.defectF1, context, 'share', context.words.measures.defectF1.none),
  ]),
})}</section>`;
}

import type { Board } from '../../evals/publishing/board.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { listModelFilters, versionId } from './list-filters.ts';
import { renderModelCell } from './model-cell.ts';
import { renderNotices, sayBoard } from './render-about.ts';
import { type Filter, renderSitePage } from './render-site-page.ts';
import { boardTitle, href, otherLanguage, type SiteContext } from './site-context.ts';
import { sitePaths } from './site-paths.ts';

/** The first page: all boards, the newest version of each data set first, each on its own. */
export function renderIndexPage(context: SiteContext): string {
  const { words, paths, boards, language } = context;
  const said = words.leaderboard;
  const parts = [
    { title: said.current, lead: said.notMixed, boards: boards.filter(({ current }) => current) },
    { title: said.earlierVersions, lead: said.earlierLead, boards: boards.filter(({ current }) => !current) },
  ].filter((part) => part.boards.length > 0);
  return renderSitePage(context, {
    path: () => paths.index,
    other: sitePaths(otherLanguage(language)).index,
    title: said.title,
    lead: said.lead,
    ...(boards.length === 0 ? {} : { filters: filtersOf(context) }),
    body:
      boards.length === 0
        ? html`<p>${said.none}</p>`
        : parts.map(
            (part) => html`<h2>${part.title}</h2><p>${part.lead}</p>
${part.boards.map((board) => renderBoard(context, board))}`,
          ),
  });
}

function filtersOf(context: SiteContext): Filter[] {
  const versions = new Map(
    context.boards.map((board) => [versionId(board), boardTitle(context, board)] as const),
  );
  const options = [...versions].map(([id, name]) => ({ id, name }));
  return [
    { name: 'version', label: context.words.leaderboard.filter.version, options },
    ...listModelFilters(context, context.boards),
  ];
}

function renderBoard(context: SiteContext, board: Board): Html {
  const { words, paths } = context;
  const said = words.leaderboard;
  const to = href(paths.index, paths.board(board.comparabilityKey));
  return html`<section class="board" data-version="${versionId(board)}"><h3><a href="${to}">${boardTitle(context, board)}</a></h3>
<p>${sayBoard(context, board)} <small>${said.key} <code>${board.comparabilityKey.slice(0, 12)}</code></small></p>
${renderNotices(context, board)}
${renderTable({
  caption: said.table.caption,
  columns: [{ head: said.table.model }, { head: words.measures.defectF1.name }],
  rows: board.entries.map((entry) => [
    renderModelCell(context, paths.index, entry),
    renderFigure(entry.figures.defectF1, context, 'share', words.measures.defectF1.none),
  ]),
})}
<p><a href="${to}">${said.openBoard}: ${boardTitle(context, board)} <small>(${board.comparabilityKey.slice(0, 12)})</small></a></p></section>
`;
}

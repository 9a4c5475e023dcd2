import type { Board } from '../../evals/publishing/board.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderAbout, renderNotices, sayBoard } from './render-about.ts';
import { renderSitePage } from './render-site-page.ts';
import { boardTitle, dayText, href, otherLanguage, type SiteContext, splitName } from './site-context.ts';
import { sitePaths } from './site-paths.ts';

/** A version of a data set, from its card: what it is, where it comes from, and the boards on it. */
export function renderDatasetPage(context: SiteContext, boards: readonly Board[]): string {
  const { words, paths, language } = context;
  const said = words.leaderboard;
  const [first] = boards;
  const { dataset, about } = first!;
  const from = paths.dataset(dataset);
  const fact = (name: string, value: Html | string | undefined) =>
    value === undefined ? '' : html`<dt>${name}</dt><dd>${value}</dd>`;
  return renderSitePage(context, {
    path: () => from,
    other: sitePaths(otherLanguage(language)).dataset(dataset),
    title: boardTitle(context, first!),
    lead: said.data.lead,
    body: html`${renderNotices(context, first!)}
<h2>${said.data.facts}</h2>
<dl class="facts">${fact('Id', dataset.id)}${fact(said.labels, about.labelVersion)}${fact(said.data.licence, about.licence)}${fact(said.data.creator, about.creator)}${fact(said.data.published, about.published === undefined ? undefined : dayText(context, about.published))}${fact(said.data.url, about.url === undefined ? undefined : html`<a href="${about.url}" rel="noreferrer">${about.url}</a>`)}</dl>
<h2>${said.data.boards}</h2>
${boards.map((board) => {
  const n = (count: number) => formatCount(count, language);
  const { cases, completeCases, deficientCases, requiredDefects, split } = board.dataset;
  return html`<section><h3><a href="${href(from, paths.board(board.comparabilityKey))}">${splitName(context, split)}, ${said.key} ${board.comparabilityKey.slice(0, 12)}</a></h3>
<p>${sayBoard(context, board)}</p>
<dl class="facts">${fact(said.data.cases, said.data.counts(n(cases), n(completeCases), n(deficientCases)))}${fact(said.data.defects, said.data.required(n(requiredDefects)))}</dl>
${renderAbout(context, from, board)}</section>
`;
})}`,
  });
}

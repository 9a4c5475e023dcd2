import { html } from '../render/html.ts';
import { boardMeasures } from './board-figures.ts';
import { renderSitePage } from './render-site-page.ts';
import { otherLanguage, type SiteContext } from './site-context.ts';
import { sitePaths } from './site-paths.ts';

/** How a board is read, and what each figure says. */
export function renderMethodPage(context: SiteContext): string {
  const { words, language, paths } = context;
  const said = words.leaderboard;
  const { title, parts, measures } = said.methodPage;
  return renderSitePage(context, {
    path: () => paths.method,
    other: sitePaths(otherLanguage(language)).method,
    title,
    lead: said.lead,
    body: html`${parts.map(({ head, text }) => html`<h2>${head}</h2><p>${text}</p>`)}
<h2>${measures}</h2>
<dl class="terms">${boardMeasures.map((id) => html`<dt>${words.measures[id].name}</dt><dd>${words.measures[id].means}</dd>`)}</dl>`,
  });
}

/** How a vendor's model comes onto a board, and off it. */
export function renderVendorsPage(context: SiteContext): string {
  const { words, language, paths } = context;
  const { title, lead, steps, shownTitle, shown } = words.leaderboard.vendorsPage;
  return renderSitePage(context, {
    path: () => paths.vendors,
    other: sitePaths(otherLanguage(language)).vendors,
    title,
    lead,
    body: html`<ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>
<h2>${shownTitle}</h2><p>${shown}</p>`,
  });
}

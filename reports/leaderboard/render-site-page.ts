import type { Language } from '../../datasets/language.ts';
import { type Html, type HtmlValue, html, trustedHtml } from '../render/html.ts';
import { renderPageEnd, renderPageStart } from '../render/page.ts';
import { boardScript } from './board-script.ts';
import { boardStyle } from './board-style.ts';
import { href, otherLanguage, type SiteContext } from './site-context.ts';
import { apiPaths, type SitePaths } from './site-paths.ts';

/** One page: where it lies in each language, and what stands in it. */
export interface SitePage {
  /** Picks the page's own path. */
  path: (paths: SitePaths) => string;
  /** The same page's in the other language. */
  other: string;
  title: string;
  lead: string;
  /** For the margin of a printed page. */
  key?: string;
  body: HtmlValue;
  /** The choices of the filters; absent: a page without. */
  filters?: readonly Filter[];
}

export interface Filter {
  name: 'version' | 'type' | 'kind' | 'provenance';
  label: string;
  options: readonly { id: string; name: string }[];
}

/** Whole pages of one frame: the way to all the others, filters that need a script only to hide, no request to anywhere. */
export function renderSitePage(context: SiteContext, page: SitePage): string {
  const { words, language, paths } = context;
  const said = words.leaderboard;
  const from = page.path(paths);
  const scripts = page.filters === undefined ? [] : [boardScript];
  return [
    renderPageStart({
      language,
      title: `${page.title} · Målestok`,
      skip: words.page.skip,
      head: html`<p class="kind">Målestok · ${said.title}</p>
<h1>${page.title}</h1>
<p class="lede">${page.lead}</p>
${renderNav(context, from, page.other)}`,
      running: { title: page.title, key: page.key ?? '', page: words.page.page },
      style: boardStyle,
      scripts,
    }),
    page.filters === undefined ? '' : renderFilters(context, page.filters),
    html`${page.body}`,
    renderPageEnd(html`${said.foot} ${said.support}`, scripts),
  ].join('');
}

function renderNav({ words, language, paths, baseUrl }: SiteContext, from: string, other: string): Html {
  const { nav, site, other: otherName } = words.leaderboard;
  const entries = [
    [paths.index, nav.boards],
    [paths.method, nav.method],
    [paths.vendors, nav.vendors],
    ...(baseUrl === undefined ? [] : [[paths.feed, nav.feed]]),
    [apiPaths.boards, nav.api],
  ] as [string, string][];
  const lang: Language = otherLanguage(language);
  return html`<nav class="site" aria-label="${site}"><ul>${entries.map(
    ([to, name]) =>
      html`<li><a href="${href(from, to)}"${to === from ? html` aria-current="page"` : ''}>${name}</a></li>`,
  )}<li><a href="${href(from, other)}" lang="${lang}" hreflang="${lang}">${otherName}</a></li></ul></nav>`;
}

function renderFilters({ words, language }: SiteContext, filters: readonly Filter[]): Html {
  const { filter } = words.leaderboard;
  const data = { locale: language === 'da' ? 'da-DK' : 'en-GB', shown: filter.shown, none: filter.none };
  return html`<form class="filter" id="filter" autocomplete="off" aria-label="${filter.title}" hidden>
${filters.map(
  ({ name, label, options }) =>
    html`<label>${label}<select name="${name}"><option value="">${filter.any}</option>${options.map(
      ({ id, name: text }) => html`<option value="${id}">${text}</option>`,
    )}</select></label>
`,
)}<button type="reset">${filter.reset}</button>
</form>
<p id="antal" role="status"></p>
<script type="application/json" id="ord">${trustedHtml(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
`;
}

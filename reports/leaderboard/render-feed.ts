import type { ModelHistory } from '../../evals/publishing/board.ts';
import { type Html, html, trustedHtml } from '../render/html.ts';
import { figureText } from '../render/render-figure.ts';
import { boardTitle, rankText, type SiteContext } from './site-context.ts';

/**
 * The Atom feed: an entry for each published result that is shown, the latest first. Dates are those of the publications.
 * @param baseUrl where the site lies, ending in `/`: ids are absolute
 */
export function renderFeed(context: SiteContext, models: readonly ModelHistory[], baseUrl: string): string {
  const { words, paths, language } = context;
  const said = words.leaderboard.feed;
  const all = models
    .flatMap(({ results }) => results)
    .filter(({ model }) => model.kind !== 'baseline')
    .toSorted(
      (a, b) => compare(b.published, a.published) || compare(a.model.id, b.model.id) || compare(a.id, b.id),
    );
  const updated = all[0]?.published ?? context.boards[0]?.updated ?? '1970-01-01';
  const entries = all.map((result): Html => {
    const { model, rank, figures, published } = result;
    const address = `${baseUrl}${paths.model(model.id)}#${encodeURIComponent(result.id)}`;
    const f1 = figureText(figures.defectF1, context);
    return html`<entry>
<id>${address}</id>
<title>${said.entry(model.id, model.version, boardTitle(context, result))}</title>
<link rel="alternate" type="text/html" href="${address}"/>
<updated>${published}T00:00:00Z</updated>
<summary>${rank === null ? said.replaced(f1) : said.said(rankText(context, rank), f1)}</summary>
</entry>
`;
  });
  return html`${trustedHtml('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${baseUrl}${paths.index}</id>
<title>${said.title}</title>
<link rel="alternate" type="text/html" href="${baseUrl}${paths.index}"/>
<link rel="self" type="application/atom+xml" href="${baseUrl}${paths.feed}"/>
<author><name>Målestok</name></author>
<updated>${updated}T00:00:00Z</updated>
${entries}</feed>
`.toString();
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

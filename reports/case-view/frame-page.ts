import { type Html, type HtmlValue, html } from '../render/html.ts';
import { renderPageEnd, renderPageStart } from '../render/page.ts';
import type { ReportContext } from '../report-context.ts';
import { caseStyle } from './case-style.ts';

/** What a page of the case view is. */
export interface FramedPage {
  /** Before the suite's title. */
  title: string;
  head: Html;
  body: HtmlValue;
  /** Of ours, at the end of the page. */
  scripts: readonly string[];
}

/** A whole page in the frame that all pages of the case view share; says of whose cases and labels it is before all else. */
export function framePage(context: ReportContext, { title, head, body, scripts }: FramedPage): string {
  const { words, language, result } = context;
  const { dataset, comparability, comparabilityKey } = result;
  const whole = `${title} · ${suiteTitle(context)}`;
  return [
    renderPageStart({
      language,
      title: `${whole} · Målestok`,
      skip: words.page.skip,
      head,
      style: caseStyle,
      scripts,
      running: {
        title: whole,
        key: `${words.versions.key} ${comparabilityKey.slice(0, 12)}`,
        page: words.page.page,
      },
    }),
    dataset.synthetic ? html`<p class="synthetic"><strong>${words.page.syntheticTitle}</strong></p>` : '',
    dataset.split === 'sealed' ? html`<p class="sealed"><strong>${words.caseView.sealed}</strong></p>` : '',
    html`${body}`,
    renderPageEnd(html`${words.page.madeBy(comparability.scorer)} · ${words.page.support}`, scripts),
  ].join('');
}

export function suiteTitle({ language, result }: Pick<ReportContext, 'language' | 'result'>): string {
  return language === 'da' ? result.suite.titleDa : result.suite.titleEn;
}

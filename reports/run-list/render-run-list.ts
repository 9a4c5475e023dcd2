import type { Language } from '../../datasets/language.ts';
import type { RunRecord } from '../../evals/artifacts.ts';
import { formatDate } from '../render/format-date.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderPageEnd, renderPageStart } from '../render/page.ts';
import { renderTable } from '../render/render-table.ts';
import { reportFiles } from '../render/report-files.ts';
import { wordingOf } from '../wording/wording-of.ts';

export interface RunListEntry {
  /** The folder's name: the run's address below the page. */
  name: string;
  record: RunRecord;
  reports: readonly Language[];
}

/** The page that lists runs, with the way into each report and its cases. */
export function renderRunList(runs: readonly RunListEntry[], language: Language): string {
  const words = wordingOf(language);
  const said = words.runList;
  const address = (name: string) => encodeURIComponent(name);
  const links = ({ name, reports }: RunListEntry): Html =>
    reports.length === 0
      ? html`<small>${said.noReport(name)}</small>`
      : html`<span class="links">${reports.map((each) => {
          const { report, cases } = reportFiles[each];
          return html`<a href="${address(name)}/report/${report}">${said.report[each]}</a> <a href="${address(name)}/report/${cases}/index.html">${said.cases[each]}</a> `;
        })}</span>`;
  return [
    renderPageStart({
      language,
      title: `${said.title} · Målestok`,
      skip: words.page.skip,
      head: html`<p class="kind">Målestok</p><h1>${said.title}</h1><p class="lede">${said.lead}</p>`,
      running: { title: said.title, key: '', page: words.page.page },
    }),
    renderTable({
      caption: said.caption,
      columns: [
        { head: said.run },
        { head: said.dataset },
        { head: said.cases[language], numeric: true },
        { head: said.models },
        { head: said.started },
        { head: said.read },
      ],
      rows: runs.map((run) => {
        const { record, name } = run;
        return [
          html`${language === 'da' ? record.suite.titleDa : record.suite.titleEn} <small>${name}</small>`,
          `${record.dataset.id} ${record.dataset.version}, ${record.dataset.split}`,
          formatCount(record.cases, language),
          record.models.map(({ id }) => id).join(', '),
          formatDate({ words }, record.startedAt.slice(0, 10)),
          links(run),
        ];
      }),
      empty: said.none,
    }),
    renderPageEnd(html`${words.page.support}`),
  ].join('');
}

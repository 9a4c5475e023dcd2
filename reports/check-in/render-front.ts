import type { DatasetEntry } from '../../evals/artifacts.ts';
import { type Html, html } from '../render/html.ts';
import {
  type CheckInContext,
  type CheckInSection,
  clusterName,
  datasetTitle,
  monthName,
} from './check-in-context.ts';
import { composeAnswer } from './compose-answer.ts';

export function checkInTitle(context: CheckInContext): string {
  return context.words.checkIn.title(clusterName(context), monthName(context, context.record.month));
}

export function renderHead(context: CheckInContext): Html {
  const { words, record } = context;
  return html`<p class="kind">${words.checkIn.kind}</p>
<h1>${checkInTitle(context)}</h1>
<p class="lede">${words.checkIn.lede(monthName(context, record.month))}</p>`;
}

/** Where the cases come from: before anything that is measured on them. */
export function renderNotice(context: CheckInContext): Html {
  const { words, language, record } = context;
  return html`${record.datasets.map(({ dataset }) => {
    const title = dataset.synthetic ? words.page.syntheticTitle : words.page.realTitle;
    const notice = language === 'da' ? dataset.noticeDa : dataset.noticeEn;
    return html`<div class="notice"><strong>${title}</strong><p>${dataset.synthetic ? `${words.page.syntheticLead} ` : ''}${notice}</p></div>`;
  })}`;
}

/** The same in one line. */
export function noticeText(
  { words, language }: Pick<CheckInContext, 'words' | 'language'>,
  dataset: DatasetEntry,
): string {
  const title = dataset.synthetic ? words.page.syntheticTitle : words.page.realTitle;
  const lead = dataset.synthetic ? `${words.page.syntheticLead} ` : '';
  return `${title}. ${lead}${language === 'da' ? dataset.noticeDa : dataset.noticeEn}`;
}

/** The answer, and the way to everything else. */
export function renderOverview(context: CheckInContext, sections: readonly CheckInSection[]): Html {
  const { words } = context;
  const titles = words.checkIn.sections;
  return html`<section class="answer" aria-labelledby="${id('answer')}"><h2 id="${id('answer')}">${titles.answer}</h2>
${composeAnswer(context).map((sentence) => html`<p>${sentence}</p>`)}
<p>${words.page.support}</p>
</section>
<nav aria-labelledby="indholdsfortegnelse"><h2 id="indholdsfortegnelse" tabindex="-1">${words.page.contents}</h2>
<ol>${sections.map((section) => html`<li><a href="#${id(section)}">${titles[section]}</a></li>`)}</ol></nav>
`;
}

export function renderBody({ words }: CheckInContext, section: CheckInSection, body: Html): Html {
  return html`<section aria-labelledby="${id(section)}"><h2 id="${id(section)}">${words.checkIn.sections[section]}</h2>
${body}
<p class="up"><a href="#indholdsfortegnelse">${words.page.toContents}</a></p>
</section>
`;
}

function id(section: CheckInSection): string {
  return `del-${section}`;
}

/** What stands in a section for each data set; under its title where there are several. */
export async function eachDataset(
  context: CheckInContext,
  render: (place: number) => Html | Promise<Html>,
): Promise<Html> {
  const { datasets } = context.record;
  const parts: Html[] = [];
  for (const [place, dataset] of datasets.entries()) {
    const heading = datasets.length > 1 ? html`<h3>${datasetTitle(context, dataset)}</h3>` : '';
    parts.push(html`${heading}${await render(place)}\n`);
  }
  return html`${parts}`;
}

import { anchor, hrefTo } from '../render/anchor.ts';
import { type Html, html } from '../render/html.ts';
import type { ReportContext } from '../report-context.ts';
import { composeAnswer } from './compose-answer.ts';
import { renderSection, type SectionId, sectionId } from './report-section.ts';

/** The title of the report, for the page and for its head. */
export function reportTitle({ result, language }: ReportContext): string {
  return language === 'da' ? result.suite.titleDa : result.suite.titleEn;
}

/** Kind, title and data set, as the page begins. */
export function renderHead(context: ReportContext): Html {
  const { result, words, language } = context;
  const dataset = language === 'da' ? result.dataset.titleDa : result.dataset.titleEn;
  return html`<p class="kind">Målestok · ${words.page.kind}</p>
<h1>${reportTitle(context)}</h1>
<p class="lede">${dataset}, ${words.measured.version(result.dataset.version)}</p>`;
}

/** What the reader must know first: where the cases come from, what AI is for, and the answer. */
export function renderAnswer(context: ReportContext): Html {
  const { result, words, language } = context;
  const { dataset } = result;
  return html`<div class="notice" role="note"><strong>${dataset.synthetic ? words.page.syntheticTitle : words.page.realTitle}</strong>
<p>${dataset.synthetic ? `${words.page.syntheticLead} ` : ''}${language === 'da' ? dataset.noticeDa : dataset.noticeEn}</p></div>
${renderSection(
  words,
  'answer',
  html`<div class="answer">${composeAnswer(context).map((sentence) => html`<p>${sentence}</p>`)}</div>
<p>${words.page.support}</p>`,
)}`;
}

/** The table of contents, with every model by name. */
export function renderContents(context: ReportContext, sections: readonly SectionId[]): Html {
  const { result, words } = context;
  return html`<nav id="indholdsfortegnelse" aria-labelledby="indhold-h" tabindex="-1"><h2 id="indhold-h">${words.page.contents}</h2>
<ol>${sections.map(
    (section) =>
      html`<li><a href="#${sectionId(section)}">${words.sections[section]}</a>${
        section !== 'each'
          ? ''
          : html`<ul>${result.models.map(({ model }) => html`<li><a href="${hrefTo(anchor.model(model.id))}">${model.id}</a></li>`)}</ul>`
      }</li>`,
  )}</ol></nav>
`;
}

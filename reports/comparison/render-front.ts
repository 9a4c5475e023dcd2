import { anchor, hrefTo } from '../render/anchor.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { countCases, type ReportContext, subjectsOf } from '../report-context.ts';
import { isMostlyVariants } from '../variants.ts';
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

/** What the reader must know first: where the cases come from, the question, the answer, what AI is for. */
export function renderAnswer(context: ReportContext): Html {
  const { result, words, language } = context;
  const { dataset } = result;
  const { before, main, also } = composeAnswer(context);
  return html`<div class="notice" role="note"><strong>${dataset.synthetic ? words.page.syntheticTitle : words.page.realTitle}</strong>
<p>${dataset.synthetic ? `${words.page.syntheticLead} ` : ''}${language === 'da' ? dataset.noticeDa : dataset.noticeEn}</p></div>
${renderSection(
  words,
  'answer',
  html`<p class="question">${sayQuestion(context)} ${sayTested(context)}</p>
<div class="answer">${[...before, ...main].map((sentence) => html`<p>${sentence}</p>`)}</div>
${also.length === 0 ? '' : html`<h3>${words.question.also}</h3><ul class="also">${also.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
<p>${words.page.support}</p>`,
)}`;
}

/** What a buyer asks of these models. */
export function sayQuestion(context: ReportContext): string {
  const { words, result, language } = context;
  if (isMostlyVariants(result)) return words.question.variants;
  const subjects = subjectsOf(context);
  const [first] = subjects;
  return subjects.length === 1 && first !== undefined
    ? words.question.one(first.model.id)
    : words.question.several(formatCount(subjects.length, language));
}

/** What was put to how many models, in one sentence. */
export function sayTested(context: ReportContext): string {
  const { words, result, language } = context;
  const { dataset, models } = result;
  return words.question.tested(
    formatCount(models.length, language),
    models.length,
    countCases(context, dataset.cases),
    `${dataset.id} ${dataset.version}`,
    words.measured.splits[dataset.split] ?? dataset.split,
  );
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

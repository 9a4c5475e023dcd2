import type { Language } from '../../datasets/language.ts';
import type { Catalogue } from '../../datasets/rules/catalogue.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import type { Operation, Result } from '../../evals/artifacts.ts';
import { municipalitiesOf, withoutSmallMunicipalities } from '../municipalities.ts';
import { type Html, html } from '../render/html.ts';
import { renderPageEnd, renderPageStart } from '../render/page.ts';
import { reportFiles } from '../render/report-files.ts';
import type { ReportContext } from '../report-context.ts';
import type { Wording } from '../wording/wording.ts';
import { renderBurden } from './render-burden.ts';
import { renderChance } from './render-chance.ts';
import { renderCommonErrors } from './render-common-errors.ts';
import { renderDifferences } from './render-differences.ts';
import { renderDiscretion } from './render-discretion.ts';
import { renderAnswer, renderContents, renderHead, reportTitle } from './render-front.ts';
import { renderLimits } from './render-limits.ts';
import { renderMeasured } from './render-measured.ts';
import { renderMix } from './render-mix.ts';
import { renderModelSection } from './render-model-section.ts';
import { renderOperation } from './render-operation.ts';
import { renderPeople } from './render-people.ts';
import { renderPolicies } from './render-policies.ts';
import { renderRecipients } from './render-recipients.ts';
import { renderRobustness } from './render-robustness.ts';
import { renderSideBySide } from './render-side-by-side.ts';
import { renderSlices } from './render-slices.ts';
import { renderStrengths } from './render-strengths.ts';
import { renderVersions } from './render-versions.ts';
import { renderSection, type SectionId, sectionId } from './report-section.ts';

export interface ReportInput {
  result: Result;
  language: Language;
  words: Wording;
  taxonomy: Taxonomy;
  catalogue: Catalogue;
  /** Time and cost, where they are known; only those of models that were really called are shown. */
  operation?: Operation;
}

type Bodies = [SectionId, (context: ReportContext) => Html | Promise<Html>][];

const beforeModels: Bodies = [
  ['measured', renderMeasured],
  ['models', renderSideBySide],
  ['differences', renderDifferences],
  ['strengths', renderStrengths],
  ['burden', renderBurden],
  ['people', renderPeople],
  ['chance', renderChance],
  ['discretion', renderDiscretion],
  ['robustness', renderRobustness],
  ['operation', renderOperation],
  ['groups', (context) => renderSlices(context, 'group')],
  ['caseTypes', (context) => renderSlices(context, 'caseType')],
  ['policies', renderPolicies],
  ['mix', renderMix],
  ['limits', renderLimits],
  ['errors', renderCommonErrors],
];

const afterModels: Bodies = [
  [
    'glossary',
    ({ words }) =>
      html`<dl class="terms">${words.glossary.map(({ term, means }) => html`<dt>${term}</dt><dd>${means}</dd>`)}</dl>`,
  ],
  ['method', ({ words }) => html`<ul>${words.method.map((sentence) => html`<li>${sentence}</li>`)}</ul>`],
  ['recipients', renderRecipients],
  ['versions', renderVersions],
  ['cases', renderCaseLists],
];

/** The context that report and case view are written from: models in the order of their places, no small municipality. */
export function reportContextOf(input: ReportInput): ReportContext {
  const result = sortModels(withoutSmallMunicipalities(input.result));
  const municipalities = municipalitiesOf(input.result);
  return { ...input, result, municipalities };
}

/**
 * The comparison report: one HTML document that asks for nothing outside itself and runs no script, in
 * pieces. It leads to the case view beside it. The same input gives the same bytes.
 */
export async function* renderReport(input: ReportInput): AsyncGenerator<string> {
  const context = reportContextOf(input);
  const { words } = context;
  const title = `${reportTitle(context)} · Målestok`;
  yield String(
    renderPageStart({
      language: input.language,
      title,
      skip: words.page.skip,
      head: renderHead(context),
      running: {
        title: reportTitle(context),
        key: `${words.versions.key} ${context.result.comparabilityKey.slice(0, 12)}`,
        page: words.page.page,
      },
    }),
  );
  yield String(renderAnswer(context));
  const order: SectionId[] = [...beforeModels.map(([id]) => id), 'each', ...afterModels.map(([id]) => id)];
  yield String(renderContents(context, order));
  yield* renderBodies(context, beforeModels);
  yield String(html`<section id="${sectionId('each')}"><h2>${words.sections.each}</h2>`);
  for (const model of context.result.models) yield String(await renderModelSection(context, model));
  yield '</section>\n';
  yield* renderBodies(context, afterModels);
  yield String(
    renderPageEnd(html`${words.page.madeBy(context.result.comparability.scorer)} · ${words.page.support}`),
  );
}

async function* renderBodies(context: ReportContext, bodies: Bodies): AsyncGenerator<string> {
  for (const [id, render] of bodies) yield String(renderSection(context.words, id, await render(context)));
}

/** The way to the cases, which lie beside the report, and to those worth looking at first. */
function renderCaseLists({ words, language }: ReportContext): Html {
  const list = `${reportFiles[language].cases}/index.html`;
  const worth = ['missedByAll', 'disagree', 'falseAlarm', 'discretion', 'unanswered'] as const;
  return html`<p>${words.cases.lead}</p>
<p><a href="${list}">${words.cases.open}</a></p>
<h3>${words.cases.lists}</h3>
<ul>${worth.map((filter) => html`<li><a href="${list}#show=${filter}">${words.caseView.filters[filter]}</a></li>`)}</ul>`;
}

/** The same result with its models in the order of their places, as they stand on every surface of the report. */
function sortModels(result: Result): Result {
  const order = result.ranks.map(({ id }) => id);
  const place = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return { ...result, models: result.models.toSorted((a, b) => place(a.model.id) - place(b.model.id)) };
}

import type { ModelResult } from '../../evals/scores/model-result.ts';
import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import { headlineMeasures, type MeasureId, measureOf } from '../measures.ts';
import type { OperationFigures } from '../operation-figures.ts';
import { anchor, hrefTo } from '../render/anchor.ts';
import { type Html, html } from '../render/html.ts';
import { intervalRow, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { calledOf, type ReportContext } from '../report-context.ts';
import { sayHow, sayVariants } from '../variants.ts';
import { costText } from './render-operation.ts';
import { sectionId } from './report-section.ts';

/** The models on the headline figures: a chart a measure, one table behind them all, and what became of the cases. */
export async function renderSideBySide(context: ReportContext): Promise<Html> {
  const { words } = context;
  const charts: Html[] = [];
  for (const measure of headlineMeasures) charts.push(await renderMeasureChart(context, measure));
  const how = sayVariants(context) === null ? '' : ` ${sayHow(context)}`;
  return html`<p>${words.models.lead}${belowZero(context) ? ` ${words.models.belowZero}` : ''}${how} <a href="#tabel-hovedtal">${words.models.tableLink}</a></p>
<div class="charts">${charts}</div>
${renderHeadlineTable(context)}
${renderBaselines(context)}<p class="muted">${words.models.placeOrder} <a href="#${sectionId('operation')}">${words.models.statusLink}</a></p>`;
}

/** Only a chance-adjusted figure may be; then its chart begins lower than the others. */
function belowZero({ result }: ReportContext): boolean {
  return result.models.some(({ chance: { adjustedF1 } }) =>
    [adjustedF1.value, adjustedF1.interval?.low].some((end) => (end ?? 0) < 0),
  );
}

/** `nr. 1–2`, or that the model is placed nowhere. */
export function placeText(context: ReportContext, modelId: string): string {
  const rank = context.result.ranks.find(({ id }) => id === modelId);
  if (rank === undefined || rank.low === null || rank.high === null) return context.words.models.unplaced;
  return context.words.models.rank(rank.low, rank.high);
}

/** A measure's name as the head of a column. */
export function measureHead({ words }: ReportContext, id: MeasureId): string {
  return words.models.heads[id] ?? words.measures[id].name;
}

/** A model's name as the link to its own section, with its place and what it is below. */
function renderModelLink(context: ReportContext, { model }: ModelResult): Html {
  return html`<a href="${hrefTo(anchor.model(model.id))}">${model.id}</a> <small><b>${placeText(context, model.id)}</b></small> <small>${context.words.models.kinds[model.kind]}${model.provenance === 'self-reported' ? `, ${context.words.models.provenance[model.provenance]}` : ''}</small>`;
}

/** One measure of all models, with its intervals. For shares. */
export function renderMeasureChart(context: ReportContext, id: MeasureId): Promise<Html> {
  const { result, words, language } = context;
  const measure = measureOf(id);
  const figures = result.models.map((model) => ({ name: model.model.id, figure: measure.read(model) }));
  return renderIntervalChart({
    id: `figur-${id}`,
    title: words.measures[id].name,
    note: words.models[measure.better],
    rows: figures.map(({ name, figure }) => intervalRow(name, figure, context)),
    intervals: figures.map(({ figure }) =>
      intervalText(figure, context, measure.unit, words.measures[id].none),
    ),
    axis: shareAxis(
      language,
      figures.map(({ figure }) => figure),
    ),
  });
}

function renderHeadlineTable(context: ReportContext): Html {
  const { result, words } = context;
  const called = calledOf(context);
  return renderTable({
    id: 'tabel-hovedtal',
    dense: true,
    caption: words.models.table,
    columns: [
      { head: words.models.modelAndPlace },
      ...headlineMeasures.map((id) => ({ head: measureHead(context, id) })),
      ...(called.length === 0 ? [] : [{ head: words.operation.columns.perCase }]),
    ],
    rows: result.models.map((model) => [
      renderModelLink(context, model),
      ...headlineMeasures.map((id) =>
        renderFigure(measureOf(id).read(model), context, measureOf(id).unit, words.measures[id].none),
      ),
      ...(called.length === 0 ? [] : [costCell(context, called, model.model.id)]),
    ]),
  });
}

/** What each built-in baseline does, a line each. */
function renderBaselines({ words, result }: ReportContext): Html | '' {
  const { baselines, baselinesTitle } = words.models;
  const known = result.models.flatMap(({ model: { id, kind } }) =>
    kind === 'baseline' && Object.hasOwn(baselines, id) ? [{ id, does: baselines[id] }] : [],
  );
  if (known.length === 0) return '';
  return html`<p>${baselinesTitle}</p>
<ul>${known.map(({ id, does }) => html`<li><b>${id}</b>: ${does}.</li>`)}</ul>
`;
}

function costCell(context: ReportContext, called: readonly OperationFigures[], modelId: string): string {
  const figures = called.find(({ id }) => id === modelId);
  return figures === undefined
    ? context.words.operation.unmeasured
    : costText(context, figures.costPerCaseDkk);
}

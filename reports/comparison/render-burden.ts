import type { ModelResult } from '../../evals/scores/model-result.ts';
import { costPerTrueDefect } from '../../evals/scores/reading-burden.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import type { IntervalAxis } from '../charts/build-interval-chart.ts';
import { renderIntervalChart } from '../charts/render-interval-chart.ts';
import { measureOf } from '../measures.ts';
import { type OperationFigures, operationOf } from '../operation-figures.ts';
import { formatCount, formatDkk, formatNumber } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { figureText, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { calledOf, type ReportContext } from '../report-context.ts';
import { costText } from './render-operation.ts';

const perDefect = 'findingsPerTrueDefect';

/** What a true defect costs to read and to pay for. */
export async function renderBurden(context: ReportContext): Promise<Html> {
  const { words, result } = context;
  const said = words.burden;
  const called = calledOf(context).length > 0;
  return html`<p>${said.lead}</p>
${await renderBurdenChart(context)}
${renderTable({
  caption: said.table,
  columns: [
    { head: words.models.model },
    { head: words.measures.findingsPerCase.name },
    { head: words.measures[perDefect].name },
    ...(called ? [{ head: said.perCase, numeric: true }, { head: said.perDefect }] : []),
  ],
  rows: result.models.map((model) => [
    model.model.id,
    renderFigure(model.defects.findingsPerCase, context, 'mean', words.measures.findingsPerCase.none),
    renderFigure(measureOf(perDefect).read(model), context, 'mean', words.measures[perDefect].none),
    ...(called ? costCells(context, model) : []),
  ]),
})}
<p class="muted">${said.how}${called ? '' : ` ${said.noPrices}`}</p>`;
}

function costCells(context: ReportContext, model: ModelResult): (Html | string)[] {
  const { words } = context;
  const operation = operationOf(context.operation, model.model);
  if (operation === null) return [words.burden.uncalled, words.burden.uncalled];
  return [costText(context, operation.costPerCaseDkk), renderCost(context, model, operation)];
}

/** The cost of a true defect, with the uncertainty of how many were found. */
function renderCost(context: ReportContext, model: ModelResult, operation: OperationFigures): Html | string {
  const { words, language } = context;
  const figure = costPerTrueDefect(operation.costPerTrueDefectDkk, model.defects.recall);
  if (figure.value === null) {
    return operation.pricedCalls === operation.calls ? words.burden.noDefect : words.burden.unpriced;
  }
  const { interval } = figure;
  const range =
    interval === null
      ? intervalText(figure, context, 'mean')
      : `${formatDkk(interval.low, language)} – ${formatDkk(interval.high, language)}`;
  const n = words.figure.n(formatCount(figure.cases, language));
  return html`<span class="fig"><b>${formatDkk(figure.value, language)}</b> <small>${range}</small> <small class="n">${n}</small></span>`;
}

function renderBurdenChart(context: ReportContext): Promise<Html> | '' {
  const { words, result, language } = context;
  const figures = result.models.map((model) => ({
    name: model.model.id,
    figure: measureOf(perDefect).read(model),
  }));
  if (figures.every(({ figure }) => figure.value === null)) return '';
  return renderIntervalChart({
    id: 'figur-laesebyrde',
    title: words.burden.chart,
    note: words.burden.chartNote,
    rows: figures.map(({ name, figure }) => ({
      label: name,
      note: words.figure.n(formatCount(figure.cases, language)),
      valueText: figureText(figure, context, 'mean'),
      value: figure.value,
      low: figure.interval?.low ?? null,
      high: figure.interval?.high ?? null,
    })),
    intervals: figures.map(({ figure }) =>
      intervalText(figure, context, 'mean', words.measures[perDefect].none),
    ),
    axis: burdenAxis(
      figures.map(({ figure }) => figure),
      language,
    ),
  });
}

/** From 0 outwards to a round number beyond the highest end, with a line at 1, where every finding is right. */
function burdenAxis(figures: readonly Figure[], language: ReportContext['language']): IntervalAxis {
  const highest = Math.max(2, ...figures.flatMap(({ value, interval }) => [value ?? 1, interval?.high ?? 1]));
  const step = niceStep(highest / 4);
  const ticks = Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, place) => place * step);
  return {
    domain: [0, ticks.at(-1)!],
    ticks: ticks.map((at) => ({ at, label: formatNumber(at, language, Number.isInteger(step) ? 0 : 1) })),
    reference: 1,
  };
}

/** A round number of at least so much. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 1.5, 2, 2.5, 3, 4, 5, 7.5, 10].map((times) => times * power).find((step) => step >= least)!;
}

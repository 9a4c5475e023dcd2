import { checkInMeasures } from '../../evals/check-in/change-parts.ts';
import type { CheckInDataset, TrendMonth } from '../../evals/check-in/check-in.ts';
import type { IntervalRow } from '../charts/build-interval-chart.ts';
import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import { intervalRow, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type CheckInContext, measureName, monthName, subjectIds } from './check-in-context.ts';
import { partNames } from './part-names.ts';
import { eachDataset } from './render-front.ts';

/** The figures month by month, with a break wherever the keys say that two months do not compare. */
export function renderTrend(context: CheckInContext): Promise<Html> {
  const { words, record } = context;
  const said = words.checkIn.trend;
  return eachDataset(context, async (place) => {
    const dataset = record.datasets[place]!;
    if (dataset.trend.length < 2) return html`<p>${said.one}</p>`;
    const models = subjectIds(dataset);
    const charts: Html[] = [];
    for (const [at, id] of models.entries()) {
      charts.push(await renderChart(context, dataset, id, `figur-maaneder-${place}-${at}`));
    }
    return html`<p>${said.lead}</p>
<div class="charts">${charts}</div>
${models.map((id) => renderMonths(context, dataset, id))}`;
  });
}

function renderChart(context: CheckInContext, { trend }: CheckInDataset, id: string, chart: string) {
  const { words, language } = context;
  const said = words.checkIn.trend;
  const rows: IntervalRow[] = [];
  const intervals: string[] = [];
  for (const [at, month] of trend.entries()) {
    if (at > 0 && month.broken.length > 0) {
      rows.push({ label: said.breakRow, valueText: '', value: null, low: null, high: null });
      intervals.push(partNames(context, month.broken));
    }
    const figure = figureOf(month, id);
    if (figure === undefined) continue;
    rows.push(intervalRow(monthName(context, month.month), figure, context));
    intervals.push(intervalText(figure, context));
  }
  return renderIntervalChart({
    id: chart,
    title: said.chart(id),
    note: said.note,
    rows,
    axis: shareAxis(language),
    intervals,
  });
}

function figureOf({ models }: TrendMonth, id: string) {
  return models.find(({ model }) => model.id === id)?.figures.f1;
}

function renderMonths(context: CheckInContext, { trend }: CheckInDataset, id: string): Html {
  const said = context.words.checkIn.trend;
  return renderTable({
    caption: said.caption(id),
    columns: [
      { head: said.month },
      ...checkInMeasures.map((measure) => ({ head: measureName(context, measure), numeric: true })),
      { head: said.comparable },
    ],
    rows: trend.map((month, at): HtmlValue[] => {
      const own = month.models.find(({ model }) => model.id === id);
      return [
        html`<span class="whole">${monthName(context, month.month)}</span>`,
        ...checkInMeasures.map((measure) =>
          own === undefined ? said.absent : renderFigure(own.figures[measure]!, context),
        ),
        at === 0 ? said.start : sayBreak(context, month),
      ];
    }),
  });
}

function sayBreak(context: CheckInContext, { broken }: TrendMonth): string {
  const said = context.words.checkIn.trend;
  return broken.length === 0 ? said.same : said.broken(partNames(context, broken));
}

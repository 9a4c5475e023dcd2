import { renderIntervalChart, shareAxis } from '../charts/render-interval-chart.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { figureText, intervalRow, intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { countCases, isBetter, joinNames, type ReportContext, subjectsOf } from '../report-context.ts';
import { pText } from './render-differences.ts';
import { renderSeparation } from './render-separation.ts';
import { measureHead } from './render-side-by-side.ts';
import { renderTwins } from './render-twins.ts';
import { judgeChance, sayChance } from './say-chance.ts';

const modelsPerChart = 5;

/** The baseline that gives every case the same codes. */
const constantId = 'constant';

/** Whether it is the case that the models answer, or the average case: dealt answers, twins, separation. */
export async function renderChance(context: ReportContext): Promise<Html> {
  const { words, result } = context;
  return html`<p>${words.chance.lead}</p>
${sayConstant(context).map((sentence) => html`<p>${sentence}</p>`)}
${await renderDealt(context)}
<h3>${words.twins.title}</h3>
${renderTwins(context)}
<h3>${words.separation.title}</h3>
${result.models.length === 0 ? '' : renderSeparation(context)}`;
}

/** What the fixed list reaches, and who is demonstrably better; nothing where it is not on the board. */
export function sayConstant(context: ReportContext): string[] {
  const { words, result } = context;
  const list = result.models.find(({ model }) => model.id === constantId && model.kind === 'baseline');
  if (list === undefined) return [];
  const rivals = subjectsOf(context).flatMap(({ model }) => (model.kind === 'baseline' ? [] : [model.id]));
  const better = rivals.filter((id) => isBetter(context, id, constantId));
  const others = rivals.filter((id) => !better.includes(id));
  const said = [
    words.chance.constant(constantId, figureText(list.defects.f1, context)),
    better.length > 0 && words.chance.betterThanConstant(joinNames(context, better)),
    others.length > 0 && words.chance.notBetterThanConstant(joinNames(context, others)),
  ];
  return [said.filter((sentence) => sentence !== false).join(' ')];
}

async function renderDealt(context: ReportContext): Promise<Html> {
  const { words, result, language } = context;
  const [first] = result.models;
  if (first === undefined) return html``;
  if (result.models.every(({ chance }) => judgeChance(chance) === null)) {
    return html`<p>${sayChance(context, first)}</p>`;
  }
  const charts: Html[] = [];
  for (let start = 0; start < result.models.length; start += modelsPerChart) {
    charts.push(await renderDealtChart(context, start));
  }
  const { columns } = words.chance;
  const none = words.measures.shuffledF1.none;
  return html`<p>${words.chance.basis(formatCount(first.chance.cases, language), countCases(context, result.dataset.cases))}</p>
<div class="charts">${charts}</div>
${renderTable({
  caption: words.chance.table,
  columns: [
    { head: words.models.model },
    { head: columns.words },
    { head: columns.own },
    { head: columns.shuffled },
    { head: columns.excess },
    { head: measureHead(context, 'chanceAdjustedF1') },
    { head: columns.p, numeric: true },
  ],
  rows: result.models.map((model) => [
    model.model.id,
    sayChance(context, model),
    renderFigure(model.chance.f1, context, 'share', none),
    renderFigure(model.chance.shuffledF1, context, 'share', none),
    renderFigure(model.chance.excessF1, context, 'difference', none),
    renderFigure(model.chance.adjustedF1, context, 'share', none),
    model.chance.p === null ? words.figure.none : pText(context, model.chance.p),
  ]),
})}
<p class="muted">${words.chance.p}</p>`;
}

/** Two rows a model: its own answers, and below them the dealt ones. */
function renderDealtChart(context: ReportContext, start: number): Promise<Html> {
  const { words, result, language } = context;
  const rows = result.models.slice(start, start + modelsPerChart).flatMap(({ model, chance }) => [
    { label: words.chance.own(model.id), figure: chance.f1 },
    { label: words.chance.shuffled(model.id), figure: chance.shuffledF1 },
  ]);
  return renderIntervalChart({
    id: `figur-tilfaeldighed-${start}`,
    title: start === 0 ? words.chance.chart : words.page.continued(words.chance.chart),
    note: words.chance.chartNote,
    rows: rows.map(({ label, figure }) => intervalRow(label, figure, context)),
    intervals: rows.map(({ figure }) =>
      intervalText(figure, context, 'share', words.measures.shuffledF1.none),
    ),
    axis: shareAxis(language),
  });
}

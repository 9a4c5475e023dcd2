import type { ModelResult } from '../../evals/scores/model-result.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { hitsText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';
import { renderMeasureChart } from './render-side-by-side.ts';

const shown = ['discretionRecall', 'wronglyMarked'] as const;

/** Whether the models leave to a person what a person must judge. */
export async function renderDiscretion(context: ReportContext): Promise<Html> {
  const { words, result } = context;
  const { discretionRecall, wronglyMarked, discretionPrecision, discretionF1 } = words.measures;
  const lead = html`<p>${words.discretion.lead}</p><p>${words.discretion.risk}</p>`;
  if (result.models.length === 0) return lead;
  const charts: Html[] = [];
  for (const measure of shown) charts.push(await renderMeasureChart(context, measure));
  return html`${lead}
<div class="charts">${charts}</div>
${renderTable({
  caption: words.discretion.table,
  columns: [
    { head: words.models.model },
    { head: words.discretion.columns.words },
    { head: discretionRecall.name },
    { head: wronglyMarked.name },
    { head: discretionPrecision.name },
    { head: discretionF1.name },
  ],
  rows: result.models.map((model) => [
    model.model.id,
    sayDiscretion(context, model),
    renderFigure(model.discretion.recall, context, 'share', discretionRecall.none),
    renderFigure(model.discretion.wronglyMarked, context, 'share', wronglyMarked.none),
    renderFigure(model.discretion.precision, context, 'share', discretionPrecision.none),
    renderFigure(model.discretion.f1, context, 'share', discretionF1.none),
  ]),
})}
<p class="muted">${words.discretion.denominators}</p>`;
}

/** How many of the discretionary defects found were left to a person, and how many other findings. */
export function sayDiscretion(context: ReportContext, { discretion }: ModelResult): string {
  return [sayMarked(context, discretion), sayWrong(context, discretion)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function sayMarked({ words, language }: ReportContext, { recall }: ModelResult['discretion']): string {
  if (recall.value === null || recall.items === 0) return words.discretion.foundNone;
  const of = formatCount(recall.items, language);
  if (recall.items === 1 && (recall.value === 0 || recall.value === 1)) {
    return words.discretion.markedOne(recall.value === 1);
  }
  if (recall.value === 1) return words.discretion.markedAll(of);
  return recall.value === 0
    ? words.discretion.markedNone(of)
    : words.discretion.marked(hitsText(recall, language), of);
}

function sayWrong(
  { words, language }: ReportContext,
  { wronglyMarked, recall }: ModelResult['discretion'],
): string {
  if (wronglyMarked.value === null || wronglyMarked.items === 0) return '';
  const said = recall.items === 0 ? words.discretion.wrongAlone : words.discretion.wrong;
  const of = formatCount(wronglyMarked.items, language);
  return wronglyMarked.value === 0 ? said.none : said.some(hitsText(wronglyMarked, language), of);
}

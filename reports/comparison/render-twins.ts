import type { ModelResult } from '../../evals/scores/model-result.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { hitsText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

/** Whether a model tells a case from its twin, which lacks one defect. */
export function renderTwins(context: ReportContext): Html {
  const { words, result, language } = context;
  const pairs = Math.max(0, ...result.models.map(({ twins }) => twins.pairs));
  const unusable = Math.max(0, ...result.models.map(({ twins }) => twins.unusable));
  const left = unusable === 0 ? '' : words.twins.unusable(formatCount(unusable, language), unusable);
  if (pairs === 0) return html`<p>${words.twins.none}${left === '' ? '' : ` ${left}`}</p>`;
  const { twinAccuracy, twinRecall } = words.measures;
  return html`<p>${words.twins.lead(formatCount(pairs, language), pairs)}${left === '' ? '' : ` ${left}`}</p>
${renderTable({
  caption: words.twins.table,
  columns: [
    { head: words.models.model },
    { head: words.chance.columns.words },
    { head: twinAccuracy.name },
    { head: twinRecall.name },
  ],
  rows: result.models.map((model) => [
    model.model.id,
    sayTwins(context, model),
    renderFigure(model.twins.accuracy, context, 'share', twinAccuracy.none),
    renderFigure(model.twins.recall, context, 'share', twinRecall.none),
  ]),
})}`;
}

/** What was found in the one and reported in the other too; the reason where nothing was measured. */
export function sayTwins({ words, language }: ReportContext, { twins }: ModelResult): string {
  const { accuracy, recall } = twins;
  if (accuracy.value === null || recall.value === null) return words.twins.unmeasured;
  const found = hitsText(recall, language);
  const of = formatCount(recall.items, language);
  if (recall.value === 0) return words.twins.foundNone(of);
  const also = recall.value * recall.items - accuracy.value * accuracy.items;
  const alsoText = formatCount(Number(Math.max(0, also).toFixed(1)), language);
  return alsoText === '0' ? words.twins.never(found, of) : words.twins.also(found, of, alsoText);
}

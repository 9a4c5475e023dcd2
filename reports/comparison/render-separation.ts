import type { Figure } from '../../evals/statistics/interval.ts';
import { type Html, html } from '../render/html.ts';
import { intervalText, renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import type { ReportContext } from '../report-context.ts';

const coinToss = 0.5;

/** How well a model's findings part deficient cases from complete ones; by confidence where any model gives one. */
export function renderSeparation(context: ReportContext): Html {
  const { words, result } = context;
  const { separationByFindings, separationByConfidence } = words.measures;
  const confident = result.models.some(({ separation }) => separation.byConfidence.value !== null);
  return html`<p>${words.separation.lead}</p>
${renderTable({
  caption: words.separation.table,
  columns: [
    { head: words.models.model },
    { head: words.separation.words },
    { head: separationByFindings.name },
    ...(confident ? [{ head: separationByConfidence.name }] : []),
  ],
  rows: result.models.map(({ model, separation }) => [
    model.id,
    saySeparation(context, separation.byFindings),
    renderFigure(separation.byFindings, context, 'share', separationByFindings.none),
    ...(confident
      ? [renderFigure(separation.byConfidence, context, 'share', separationByConfidence.none)]
      : []),
  ]),
})}`;
}

/** What the interval allows to be said; beyond it nothing. */
export function saySeparation(context: ReportContext, figure: Figure): string {
  const { words } = context;
  const { verdicts } = words.separation;
  if (figure.value === null) {
    return words.chance.unmeasured(
      intervalText(figure, context, 'share', words.measures.separationByFindings.none),
    );
  }
  if (figure.interval === null) return figure.value === coinToss ? verdicts.even : verdicts.unsure;
  if (figure.interval.low > coinToss) return verdicts.apart;
  return figure.interval.high < coinToss ? verdicts.reversed : verdicts.alike;
}

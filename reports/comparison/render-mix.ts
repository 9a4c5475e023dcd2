import type { ModelResult } from '../../evals/scores/model-result.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { type ReportContext, termName } from '../report-context.ts';
import { orderByF1 } from './order-by-f1.ts';

/** F1 under other mixes of case types, and whether the order of the models turns with them. */
export function renderMix(context: ReportContext): Html {
  const { result, words, language } = context;
  const said = words.mix;
  const weighed = result.models[0]?.caseMix.weighed ?? [];
  if (weighed.length < 2) return html`<p>${said.tooFew}</p>`;
  const none = words.slices.undefined.f1;
  const cell = (figure: Figure) => renderFigure(figure, context, 'share', none);
  return html`<p>${said.lead}</p>
${result.models.length < 2 ? '' : renderOrders(context)}
${renderTable({
  caption: said.table,
  columns: [
    { head: words.models.model },
    { head: said.columns.measured },
    { head: said.columns.equal },
    { head: said.columns.lowest },
    { head: said.columns.highest },
  ],
  rows: result.models.map((model) => {
    const { lowest, highest } = extremesOf(model);
    return [
      model.model.id,
      cell(model.defects.f1),
      cell(model.caseMix.equalF1),
      ...[lowest, highest].map((each) =>
        each === undefined
          ? words.figure.none
          : html`${cell(each.f1)} <small>${said.withoutName(termName(context, 'caseTypes', each.id))}</small>`,
      ),
    ];
  }),
})}
<p class="muted">${said.equalNote(formatCount(weighed.length, language))}</p>`;
}

type Without = ModelResult['caseMix']['without'][number];

/** The case types without which a model's F1 is lowest and highest; the first by id where they are alike. */
function extremesOf({ caseMix }: ModelResult): { lowest: Without | undefined; highest: Without | undefined } {
  const defined = caseMix.without.filter(({ f1 }) => f1.value !== null);
  const sorted = defined.toSorted((a, b) => a.f1.value! - b.f1.value!);
  return {
    lowest: sorted[0],
    highest: defined.toSorted((a, b) => b.f1.value! - a.f1.value!)[0],
  };
}

export interface MixOrder {
  name: string;
  order: string;
}

/** The order as measured, under equal weight, and without each type that turns it. */
export function mixOrders(context: ReportContext): { measured: string; turned: MixOrder[] } {
  const { result, words } = context;
  const said = words.mix;
  const measured = orderByF1(result.models, ({ defects }) => defects.f1);
  const types = [...new Set(result.models.flatMap(({ caseMix }) => caseMix.without.map(({ id }) => id)))];
  const others: MixOrder[] = [
    { name: said.equal, order: orderByF1(result.models, ({ caseMix }) => caseMix.equalF1) },
    ...types.map((type) => ({
      name: said.without(termName(context, 'caseTypes', type)),
      order: orderByF1(result.models, ({ caseMix }) => caseMix.without.find(({ id }) => id === type)?.f1),
    })),
  ];
  return { measured, turned: others.filter(({ order }) => order !== measured && order !== '') };
}

function renderOrders(context: ReportContext): Html {
  const said = context.words.mix;
  const { measured, turned } = mixOrders(context);
  return html`<p><strong>${turned.length === 0 ? said.stable : said.turns}</strong></p>
<ul><li>${said.asMeasured}: ${measured}</li>${turned.map(({ name, order }) => html`<li>${name}: ${order}</li>`)}</ul>`;
}

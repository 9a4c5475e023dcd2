import { policies } from '../../evals/matching/policy.ts';
import { type Html, html } from '../render/html.ts';
import { renderFigure } from '../render/render-figure.ts';
import { renderTable } from '../render/render-table.ts';
import { policyName, type ReportContext } from '../report-context.ts';
import { orderByF1 } from './order-by-f1.ts';

/** The headline under all three matching policies, and whether the order of the models turns with them. */
export function renderPolicies(context: ReportContext): Html {
  const { result, words } = context;
  const orders = policies.map((policy) => ({
    policy,
    order: orderByF1(result.models, (model) => model.policies[policy].f1),
  }));
  const stable = orders.every(({ order }) => order === orders[0]?.order);
  const rates = ['f1', 'precision', 'recall'] as const;
  const names = { f1: 'defectF1', precision: 'defectPrecision', recall: 'defectRecall' } as const;
  return html`<p>${words.policies.lead}</p>
<dl class="facts">${policies.map((policy) => html`<dt>${policyName(context, policy)}</dt><dd>${words.policies.means[policy]}</dd>`)}</dl>
${
  result.models.length < 2
    ? ''
    : html`<p><strong>${stable ? words.policies.stable : words.policies.turns}</strong></p>
<ul>${orders.map(({ policy, order }) => html`<li>${policyName(context, policy)}: ${order}</li>`)}</ul>`
}
${renderTable({
  caption: words.policies.table,
  columns: [
    { head: words.policies.columns.model },
    { head: words.policies.columns.policy },
    ...rates.map((rate) => ({ head: words.measures[names[rate]].name })),
  ],
  rows: result.models.flatMap((model) =>
    policies.map((policy) => [
      model.model.id,
      policyName(context, policy),
      ...rates.map((rate) =>
        renderFigure(model.policies[policy][rate], context, 'share', words.measures[names[rate]].none),
      ),
    ]),
  ),
})}`;
}

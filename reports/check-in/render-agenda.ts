import { type Html, html } from '../render/html.ts';
import { type CheckInContext, casePage } from './check-in-context.ts';
import { composeAgenda } from './compose-agenda.ts';

export function renderAgenda(context: CheckInContext): Html {
  return html`<ol>${composeAgenda(context).map(
    ({ text, place, caseIds }) => html`<li>${text} ${renderCaseLinks(context, place, caseIds)}</li>`,
  )}</ol>`;
}

/** Links to the pages of cases, in one line. */
export function renderCaseLinks(
  context: CheckInContext,
  place: number,
  caseIds: readonly string[],
): Html | '' {
  if (caseIds.length === 0) return '';
  const dataset = context.record.datasets[place]!;
  return html`<span class="links">${caseIds.map((id) => html`<a href="${casePage(context, dataset, id)}">${id}</a> `)}</span>`;
}

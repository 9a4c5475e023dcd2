import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { type CheckInContext, casePage, codeNames } from './check-in-context.ts';
import { eachDataset } from './render-front.ts';

/** The cases worth talking about, each with its reasons and the way to its page. */
export function renderCases(context: CheckInContext): Promise<Html> {
  const { words, record, language } = context;
  const said = words.checkIn.notable;
  return eachDataset(context, (place) => {
    const dataset = record.datasets[place]!;
    if (dataset.notable.length === 0) return html`<p>${said.none}</p>`;
    const n = (count: number) => formatCount(count, language);
    return html`<p>${said.lead(n(dataset.notable.length), n(dataset.notableInAll))}</p>
<ul>${dataset.notable.map(
      ({
        caseId,
        reasons,
      }) => html`<li><a href="${casePage(context, dataset, caseId)}">${said.open(caseId)}</a>
<ul>${reasons.map(({ reason, codes }) => html`<li>${said.reason(said.reasons[reason], codeNames(context, place, codes))}</li>`)}</ul></li>`,
    )}</ul>`;
  });
}

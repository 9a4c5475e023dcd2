import { type Html, html } from '../render/html.ts';
import { renderPageEnd, renderPageStart } from '../render/page.ts';
import { type CheckInContext, type CheckInSection, monthName } from './check-in-context.ts';
import { renderAgenda } from './render-agenda.ts';
import { renderCases } from './render-cases.ts';
import { renderChanges } from './render-changes.ts';
import { renderDecisions } from './render-decisions.ts';
import { checkInTitle, renderBody, renderHead, renderNotice, renderOverview } from './render-front.ts';
import { renderGates } from './render-gates.ts';
import { renderMunicipalities } from './render-municipalities.ts';
import { renderRules } from './render-rules.ts';
import { renderTrend } from './render-trend.ts';
import { renderVersions } from './render-versions.ts';

/** The sections after the answer, in the order of the page. */
const bodies: [CheckInSection, (context: CheckInContext) => Html | Promise<Html>][] = [
  ['agenda', renderAgenda],
  ['changes', renderChanges],
  ['trend', renderTrend],
  ['gates', renderGates],
  ['municipalities', renderMunicipalities],
  ['cases', renderCases],
  ['decisions', renderDecisions],
  ['rules', renderRules],
  [
    'method',
    ({ words }) => html`<ul>${words.checkIn.method.map((sentence) => html`<li>${sentence}</li>`)}</ul>`,
  ],
  ['versions', renderVersions],
];

/** The check-in report: one HTML document without scripts that asks for nothing outside itself. The same input gives the same bytes. */
export async function renderCheckIn(context: CheckInContext): Promise<string> {
  const { words, language, record } = context;
  const title = checkInTitle(context);
  const parts: Html[] = [
    renderPageStart({
      language,
      title: `${title} · Målestok`,
      skip: words.page.skip,
      head: renderHead(context),
      running: { title, key: monthName(context, record.month), page: words.page.page },
    }),
    renderNotice(context),
    renderOverview(
      context,
      bodies.map(([id]) => id),
    ),
  ];
  for (const [id, render] of bodies) parts.push(renderBody(context, id, await render(context)));
  parts.push(renderPageEnd(html`${words.page.madeBy(record.scorer)} · ${words.page.support}`));
  return parts.map(String).join('');
}

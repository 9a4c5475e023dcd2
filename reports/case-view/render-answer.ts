import { anchor, hrefTo } from '../render/anchor.ts';
import { cutText } from '../render/cut-text.ts';
import { renderErrorKind } from '../render/error-kind.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { reportHref } from '../render/report-files.ts';
import { codeName, type ReportContext } from '../report-context.ts';
import type { CaseAnswer } from './case-material.ts';
import { pairFindings, shownScore } from './pair-findings.ts';
import { findingsShown, type PlacedCase } from './place-evidence.ts';
import { renderFinding } from './render-finding.ts';

const messageShown = 300;

/** One model's answer on the case: its status, its findings with their verdicts, and what it missed. */
export function renderAnswer(context: ReportContext, material: PlacedCase, answer: CaseAnswer): Html {
  const said = context.words.cases;
  const { screening, modelId } = answer;
  const id = anchor.answer(material.case.caseId, modelId);
  const findings = pairFindings(answer);
  return html`<article class="answer-of" id="${id}" tabindex="-1" aria-labelledby="${id}-h">
<h3 id="${id}-h">${modelId}</h3>
<p><small>${said.statuses[screening.status]}. ${screening.outcome === undefined ? '' : `${said.outcome(said.outcomes[screening.outcome])}. `}<a href="${reportHref(context.language, anchor.model(modelId))}">${said.toModel}</a></small></p>
${renderError(context, screening.error)}
${findings.length === 0 ? html`<p>${said.noFindings}</p>` : html`<ol>${findings.slice(0, findingsShown).map((finding) => renderFinding(context, material, finding))}</ol>${renderRest(context, findings.length - findingsShown)}`}
${renderMissed(context, material, answer)}
</article>
`;
}

function renderRest({ words, language }: ReportContext, rest: number): Html | '' {
  return rest > 0
    ? html`<p class="muted">${words.caseView.moreFindings(formatCount(rest, language), rest)}</p>`
    : '';
}

function renderError(context: ReportContext, error: CaseAnswer['screening']['error']): Html | '' {
  if (error === undefined) return '';
  const said = context.words.cases;
  const { text, omitted } = cutText(error.message, messageShown);
  const cut = omitted > 0 ? '…' : '';
  return html`<p><strong>${said.reason}</strong>: ${renderErrorKind(context, error.kind)}.${
    text === '' ? '' : html` <small>${context.words.rawMessage} <q class="quote">${text}${cut}</q></small>`
  }</p>`;
}

function renderMissed(context: ReportContext, material: PlacedCase, answer: CaseAnswer): Html | '' {
  const missed = (shownScore(answer)?.defects ?? []).filter(
    ({ role, findingId }) => role === 'required' && findingId === undefined,
  );
  if (missed.length === 0) return '';
  return html`<p class="verdict">✗ ${context.words.cases.missedList}</p>
<ul class="refs">${missed.map(
    ({ defectId, code }) =>
      html`<li><a href="${hrefTo(anchor.defect(material.case.caseId, defectId))}">${codeName(context, code)}</a></li>`,
  )}</ul>`;
}

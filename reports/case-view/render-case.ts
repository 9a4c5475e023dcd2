import { anchor } from '../render/anchor.ts';
import { formatCount } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { type ReportContext, termName } from '../report-context.ts';
import type { CaseAnswer, CaseMaterial } from './case-material.ts';
import { shownScore } from './pair-findings.ts';
import { renderAnswer } from './render-answer.ts';
import { renderDocuments } from './render-documents.ts';
import { renderGold } from './render-gold.ts';

/** One case, folded: how each model did; inside, the label beside the models' findings, and the documents. */
export function renderCase(context: ReportContext, material: CaseMaterial): Html {
  const { words } = context;
  const { case: shown, label, answers } = material;
  const required = label.defects.filter(({ role }) => role === 'required').length;
  const about = [
    termName(context, 'caseTypes', shown.caseType),
    shown.municipality,
    required === 0
      ? words.cases.outcomes[label.outcome]
      : `${words.cases.deficient}, ${goldText(context, required)}`,
  ];
  return html`<details class="case" id="${anchor.case(shown.caseId)}"><summary><h3>${words.cases.details(shown.caseId)}</h3><span>${about.join(' · ')}</span><span>${answers.map((answer, index) => `${index === 0 ? '' : ' · '}${answer.modelId}: ${tallyText(context, answer)}`)}</span></summary>
<div class="case-body">
<div class="beside">
<div><h4>${words.cases.label}</h4>
${renderGold(context, material)}</div>
<div><h4>${words.cases.answers}</h4>
${answers.map((answer) => renderAnswer(context, material, answer))}</div>
</div>
${renderDocuments(context, shown)}
</div></details>
`;
}

function goldText({ words, language }: ReportContext, required: number): string {
  return required === 1 ? words.cases.goldOne : words.cases.gold(formatCount(required, language));
}

function tallyText({ words, language, result }: ReportContext, answer: CaseAnswer): string {
  const counts = shownScore(answer)?.policies[result.comparability.policy];
  if (counts === undefined || answer.screening.status !== 'answered')
    return words.cases.statuses[answer.screening.status].toLowerCase();
  const all = counts.truePositives + counts.falseNegatives;
  const n = (count: number) => formatCount(count, language);
  if (all === 0) return words.cases.tallyClean(n(counts.falsePositives), counts.falsePositives);
  return words.cases.tally(n(counts.truePositives), n(all), n(counts.falsePositives), counts.falsePositives);
}

import type { Defect } from '../../datasets/label.ts';
import type { CitationInput } from '../../datasets/rules/citation.ts';
import { parseCitationId } from '../../datasets/rules/citation-id.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { anchor, hrefTo } from '../render/anchor.ts';
import { type Html, type HtmlValue, html } from '../render/html.ts';
import { codeName, type ReportContext } from '../report-context.ts';
import { pairFindings } from './pair-findings.ts';
import type { PlacedCase } from './place-evidence.ts';
import { nameOfPlace } from './render-finding.ts';

/** The label of a case: its defects, their citations and places, and who found and who missed each. */
export function renderGold(context: ReportContext, material: PlacedCase): Html {
  const { label } = material;
  if (label.defects.length === 0) return html`<p>${context.words.cases.noDefects}</p>`;
  return html`<ol>${label.defects.map((defect) => renderDefect(context, material, defect))}</ol>`;
}

function renderDefect(context: ReportContext, material: PlacedCase, defect: Defect): Html {
  const said = context.words.cases;
  const marks = [
    said.severities[defect.severity],
    said.roles[defect.role],
    defect.discretionary ? said.discretionary : '',
  ];
  const sets = defect.citationSets.map((set) =>
    set.map((citation) => citationText(context, citation)).join(' + '),
  );
  const id = anchor.defect(material.case.caseId, defect.defectId);
  return html`<li class="item" id="${id}" tabindex="-1">
<p><strong>${codeName(context, defect.code)}</strong> <small>${defect.defectId}</small></p>
<p>${marks.filter((mark) => mark !== '').map((mark) => html`<span class="tag">${mark}</span> `)}</p>
${defect.note === undefined ? '' : html`<p lang="da" class="quote">${defect.note}</p>`}
<ul class="refs">
${sets.length === 0 ? '' : html`<li>${said.citations}: ${sets.join(` ${said.alternatives} `)}</li>`}
${defect.evidence.length === 0 ? '' : html`<li>${said.places}: ${listed(defect.evidence.map((place, at) => nameOfPlace(context, material, place, material.places.targetOf(id, at))))}</li>`}
${renderFinders(context, material, defect)}</ul>
</li>
`;
}

/** Who found the defect, each with a link to the finding, and who missed it. */
function renderFinders(context: ReportContext, material: PlacedCase, defect: Defect): HtmlValue {
  const said = context.words.cases;
  const finders: Html[] = [];
  const missers: Html[] = [];
  for (const answer of material.answers) {
    const hit = pairFindings(answer).find(
      ({ score }) => score?.defectId === defect.defectId && score.verdict !== 'falsePositive',
    );
    if (hit !== undefined) finders.push(html`<a href="${hrefTo(hit.anchorId)}">${answer.modelId}</a>`);
    else
      missers.push(
        html`<a href="${hrefTo(anchor.answer(material.case.caseId, answer.modelId))}">${answer.modelId}</a>`,
      );
  }
  const counts = defect.role === 'required';
  return [
    finders.length > 0 &&
      html`<li>${counts ? `✓ ${said.foundBy}` : said.mentionedBy}: ${listed(finders)}</li>`,
    missers.length > 0 &&
      html`<li>${counts ? `✗ ${said.missedBy}` : said.unmentionedBy}: ${listed(missers)}</li>`,
  ];
}

function listed(parts: readonly Html[]): HtmlValue[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}

/** A label's citation as a caseworker writes it; free text stays as it is. */
function citationText({ catalogue, language }: ReportContext, citation: CitationInput): string {
  if (typeof citation !== 'string') return displayCitation(citation, catalogue, language);
  const parsed = parseCitationId(citation);
  return parsed === null ? citation : displayCitation(parsed, catalogue, language);
}

import { parseCitationId } from '../../datasets/rules/citation-id.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import type { FindingScore, ScoredCitation } from '../../evals/scores/case-score.ts';
import type { Finding } from '../../evals/screening/screening.ts';
import { anchor, hrefTo } from '../render/anchor.ts';
import { cutText, shortenText } from '../render/cut-text.ts';
import { formatCount, formatShare } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { codeName, type ReportContext } from '../report-context.ts';
import type { ScoredFinding } from './pair-findings.ts';
import { type PlacedCase, placesShown } from './place-evidence.ts';

const textShown = 1200;
const quoteShown = 300;
const citationsShown = 20;
const citationShown = 300;

/** One finding: what became of it, the model's own words, its citations with their verdicts, places and quotes. */
export function renderFinding(
  context: ReportContext,
  material: PlacedCase,
  { anchorId, finding, score }: ScoredFinding,
): Html {
  const { words, language } = context;
  return html`<li class="item ${kindOf(score)}" id="${anchorId}" tabindex="-1">
<p class="verdict">${renderVerdict(context, material, score)} <small><a href="${hrefTo(anchorId)}">${finding.findingId}</a></small></p>
${finding.code === undefined || finding.code === matchedCode(material, score) ? '' : html`<p class="muted">${words.cases.code(codeName(context, finding.code))}</p>`}
${renderCut(context, finding.text, textShown, 'said')}
<ul class="refs">${renderCitations(context, score)}${finding.evidence.slice(0, placesShown).map((place, index) => renderPlace(context, material, place, score?.quotes ?? [], finding, index, anchorId))}${finding.evidence.length > placesShown ? html`<li>+ ${formatCount(finding.evidence.length - placesShown, language)}</li>` : ''}
${finding.needsJudgement === true ? html`<li>${words.cases.judgement}</li>` : ''}
${finding.confidence === undefined ? '' : html`<li>${words.cases.confidence(formatShare(finding.confidence, language))}</li>`}</ul>
</li>
`;
}

function matchedCode({ label }: PlacedCase, score: FindingScore | undefined): string | undefined {
  return label.defects.find(({ defectId }) => defectId === score?.defectId)?.code;
}

function kindOf(score: FindingScore | undefined): string {
  if (score === undefined) return 'neutral';
  return { truePositive: 'hit', falsePositive: 'wrong', neutral: 'neutral' }[score.verdict];
}

function renderVerdict(context: ReportContext, material: PlacedCase, score: FindingScore | undefined): Html {
  const { words } = context;
  const said = words.cases;
  if (score === undefined) return html`○ ${said.neutral}`;
  const defect = material.label.defects.find(({ defectId }) => defectId === score.defectId);
  const link =
    defect === undefined
      ? ''
      : html` <a href="${hrefTo(anchor.defect(material.case.caseId, defect.defectId))}">${said.matches} ${codeName(context, defect.code)}</a>`;
  if (score.verdict === 'truePositive') return html`✓ ${said.found}.${link}`;
  if (score.verdict === 'neutral') return html`○ ${said.neutral}.${link}`;
  return html`✗ ${said.invented}.${score.duplicate ? ` ${said.duplicate}.` : ''}`;
}

function renderCitations(context: ReportContext, score: FindingScore | undefined): Html {
  const { words, language } = context;
  const said = words.cases;
  const citations = score?.citations ?? [];
  if (citations.length === 0) return html`<li>${said.citations}: ${said.noCitation}</li>`;
  const rest = citations.length - citationsShown;
  return html`${citations.slice(0, citationsShown).map((citation) => html`<li>${said.citations}: ${renderCitation(context, citation)}</li>`)}${
    rest > 0 ? html`<li>+ ${formatCount(rest, language)}</li>` : ''
  }`;
}

function renderCitation(context: ReportContext, citation: ScoredCitation): Html {
  const { words, language } = context;
  const said = words.cases;
  const verdicts = [
    citation.accepted === undefined ? '' : said.accepted[citation.accepted],
    words.each.validity[citation.validity].toLowerCase(),
    citation.tooBroad ? said.tooBroad : '',
  ].filter((verdict) => verdict !== '');
  const bad =
    citation.validity === 'nonexistent' || citation.validity === 'outdated' || citation.accepted === 'no';
  const shown = shortenText(displayIn(context, citation), citationShown);
  return html`<span class="quote">${shown}</span> <span class="tag${bad ? ' bad' : ''}">${verdicts.join(', ')}</span>${
    citation.hint === undefined ? '' : html` <small>${citation.hint[language]}</small>`
  }`;
}

/** The provisions in the report's language; as written where none could be read. */
function displayIn(
  { catalogue, language }: ReportContext,
  { ids, display, written }: ScoredCitation,
): string {
  if (ids.length === 0) return written;
  if (language === 'da') return display;
  const citations = ids.map(parseCitationId);
  return citations
    .map((each, at) => (each === null ? ids[at]! : displayCitation(each, catalogue, language)))
    .join('; ');
}

function renderPlace(
  context: ReportContext,
  material: PlacedCase,
  place: Finding['evidence'][number],
  quotes: FindingScore['quotes'],
  finding: Finding,
  index: number,
  anchorId: string,
): Html {
  const { words } = context;
  const said = words.cases;
  const where = nameOfPlace(context, material, place, material.places.targetOf(anchorId, index));
  if (place.quote === undefined) return html`<li>${said.places}: ${where}</li>`;
  const before = finding.evidence.slice(0, index).filter(({ quote }) => quote !== undefined).length;
  const verdict = quotes[before]?.verdict;
  return html`<li>${said.places}: ${where}. ${said.quote}: ${renderCut(context, place.quote, quoteShown, 'quote')}${
    verdict === undefined
      ? ''
      : html` <span class="tag${verdict === 'fabricated' ? ' bad' : ''}">${said.quotes[verdict]}</span>`
  }</li>`;
}

/**
 * A place in the case by name, as a link where the case has it.
 * @param target the id of the place on the page
 */
export function nameOfPlace(
  context: ReportContext,
  { case: shown }: PlacedCase,
  place: { documentId: string; page?: number | undefined } | { field: string },
  target: string | undefined,
): Html {
  const { words, language } = context;
  if ('field' in place) {
    const field = context.taxonomy.fields.find(({ name }) => name === place.field);
    const name = field === undefined ? place.field : language === 'da' ? field.nameDa : field.nameEn;
    const known = Object.hasOwn(shown.fields, place.field) && target !== undefined;
    return html`${words.cases.field.toLowerCase()} ${known ? html`<a href="${hrefTo(target)}">${name}</a>` : name}`;
  }
  const document = shown.documents.find(({ documentId }) => documentId === place.documentId);
  const page = place.page === undefined ? '' : `, ${words.cases.page(formatCount(place.page, language))}`;
  if (document === undefined)
    return html`<span class="quote">${place.documentId}</span> (${words.cases.unknownDocument})`;
  return html`<a href="${hrefTo(target ?? anchor.document(shown.caseId, document.documentId))}">${document.title || document.documentId}</a>${page}`;
}

function renderCut(context: ReportContext, full: string, limit: number, kind: 'said' | 'quote'): Html {
  const { text, omitted } = cutText(full, limit);
  const note =
    omitted === 0
      ? ''
      : html` <small>[${context.words.cases.cut(formatCount(omitted, context.language))}]</small>`;
  if (kind === 'quote') return html`<q class="quote" lang="da">${text}${omitted === 0 ? '' : '…'}</q>${note}`;
  return html`<p class="said" lang="da">${text}${omitted === 0 ? '' : '…'}${note}</p>`;
}

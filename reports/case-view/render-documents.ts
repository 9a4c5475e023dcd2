import type { Case, CaseDocument, FieldValue } from '../../datasets/case.ts';
import { anchor } from '../render/anchor.ts';
import { formatDate } from '../render/format-date.ts';
import { formatCount, formatNumber } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { type ReportContext, termName } from '../report-context.ts';

/** The case itself as a model was shown it: fields, documents, files, local rules; each folded. */
export function renderDocuments(context: ReportContext, shown: Case): Html {
  const said = context.words.cases;
  return html`<h4>${said.documents}</h4>
${shown.documents.map((document) => renderDocument(context, shown, document))}
${renderFields(context, shown)}
${
  shown.localRules.length === 0
    ? ''
    : html`<details class="doc"><summary>${said.localRules}</summary><ul lang="da">${shown.localRules.map(
        (rule) => html`<li>${rule.plan}, § ${rule.paragraph} ${rule.topic}: ${rule.text}</li>`,
      )}</ul></details>`
}
${
  shown.files.length === 0
    ? ''
    : html`<details class="doc"><summary>${said.files}</summary><ul>${shown.files.map(
        (file) =>
          html`<li>${file.name} (${file.mediaType}, ${formatCount(Math.ceil(file.bytes / 1024), context.language)} kB)</li>`,
      )}</ul></details>`
}`;
}

function renderDocument(context: ReportContext, shown: Case, document: CaseDocument): Html {
  const { words, language } = context;
  const about = [
    termName(context, 'documentTypes', document.type),
    document.date === undefined ? undefined : formatDate(context, document.date),
    document.revision === undefined ? undefined : words.cases.revision(document.revision),
    document.scale,
    words.cases.page(formatCount(document.pages.length, language)),
  ];
  return html`<details class="doc" id="${anchor.document(shown.caseId, document.documentId)}"><summary>${document.title || document.documentId} <small>${about
    .slice(0, -1)
    .filter((part) => part !== undefined)
    .join(' · ')}</small></summary>
${document.pages.map(
  (
    page,
  ) => html`<p><small>${words.cases.page(formatCount(page.page, language))}${page.ocr === true ? ` (${words.cases.ocr})` : ''}</small></p>
<div class="pagetext" lang="da">${page.text === '' ? words.cases.noText : page.text}</div>`,
)}</details>
`;
}

function renderFields(context: ReportContext, shown: Case): Html | '' {
  const { words, taxonomy } = context;
  const entries = Object.entries(shown.fields);
  if (entries.length === 0) return '';
  return html`<details class="doc"><summary>${words.cases.fields}</summary>${renderTable({
    caption: `${words.cases.details(shown.caseId)}: ${words.cases.fields.toLowerCase()}`,
    columns: [{ head: words.cases.field }, { head: words.cases.value }],
    rows: entries.map(([name, value]) => {
      const field = taxonomy.fields.find((known) => known.name === name);
      const title = field === undefined ? name : context.language === 'da' ? field.nameDa : field.nameEn;
      return [title, fieldText(context, value, field?.unit)];
    }),
  })}</details>`;
}

function fieldText(context: ReportContext, value: FieldValue, unit: string | undefined): string {
  const { words, language } = context;
  if (value === null) return words.slices.absent;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.join(', ') || words.slices.absent;
  if (typeof value === 'string') return formatDate(context, value) || words.slices.absent;
  const decimals = Number.isInteger(value) ? 0 : Math.min(3, String(value).split('.')[1]?.length ?? 0);
  return `${formatNumber(value, language, decimals)}${unit === undefined ? '' : ` ${unit}`}`;
}

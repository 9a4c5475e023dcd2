import type { Case, CaseDocument, FieldValue, LocalRule } from '../../datasets/case.ts';
import type { Taxonomy } from '../../datasets/taxonomy/taxonomy.ts';
import { oneLine, quoteLines } from './mark-data.ts';

/** A case's file as it goes along with the text: `dokument-1, side 3-4`. */
export interface Attachment {
  fileId: string;
  /** Where a model finds it, in Danish. */
  place: string;
}

/** Names of case types, document types and fields; absent where the protocol does not show the taxonomy. */
type Names = Pick<Taxonomy, 'caseTypes' | 'documentTypes' | 'fields'> | undefined;

/** The whole case as plain text: data, fields, local rules, documents page by page, files. */
export function renderCase(
  shown: Case,
  names: Names,
  attachments: readonly Attachment[] | undefined,
): string {
  return [
    renderHead(shown, names),
    section(
      'Felter',
      Object.entries(shown.fields).map(([name, value]) => renderField(name, value, names)),
    ),
    section('Lokale regler', shown.localRules.map(renderRule)),
    ...shown.documents.map((document) => renderDocument(document, names)),
    section('Filer', renderFiles(shown, attachments)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderHead({ caseId, caseType, applicationDate, zone }: Case, names: Names): string {
  const type = nameOf(caseType, names?.caseTypes);
  return [
    `Sag: ${caseId}`,
    `Sagstype: ${type}`,
    `Ansøgningsdato: ${applicationDate}`,
    `Zone: ${oneLine(zone)}`,
  ].join('\n');
}

function renderField(name: string, value: FieldValue, names: Names): string {
  const known = names?.fields.find((field) => field.name === name);
  const label = known === undefined ? '' : ` (${known.nameDa})`;
  return `- ${oneLine(name)}${label}: ${renderValue(value)}`;
}

function renderValue(value: FieldValue): string {
  if (value === null) return 'ikke oplyst';
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (Array.isArray(value)) return value.length === 0 ? 'ingen' : value.map(oneLine).join('; ');
  return oneLine(String(value));
}

function renderRule({ plan, paragraph, topic, operator, value, unit, text }: LocalRule): string {
  const limit = value === undefined ? '' : `${operator ?? ''} ${renderValue(value)} ${unit ?? ''}`.trim();
  return `- Lokalplan ${oneLine(plan)}, § ${oneLine(paragraph)} (${oneLine(topic)})${limit === '' ? '' : ` [${oneLine(limit)}]`}: ${oneLine(text)}`;
}

function renderDocument(document: CaseDocument, names: Names): string {
  const { documentId, type, title, date, revision, scale } = document;
  const facts = [
    nameOf(type, names?.documentTypes),
    `«${oneLine(title)}»`,
    ...(date === undefined ? [] : [`dato ${date}`]),
    ...(revision === undefined ? [] : [`revision ${oneLine(revision)}`]),
    ...(scale === undefined ? [] : [`mål ${oneLine(scale)}`]),
  ];
  const pages = document.pages.map(
    ({ page, text, ocr }) => `Side ${page}${ocr === true ? ' (læst fra billede)' : ''}:\n${quoteLines(text)}`,
  );
  return [`Dokument ${documentId}: ${facts.join(', ')}`, ...pages].join('\n');
}

function renderFiles({ files, documents }: Case, attachments: readonly Attachment[] | undefined): string[] {
  return files.map(({ fileId, name, mediaType }) => {
    const place = attachments?.find((attachment) => attachment.fileId === fileId)?.place ?? 'ikke vedlagt';
    const of = documents.filter((document) => document.fileId === fileId).map(({ documentId }) => documentId);
    const belongs = of.length === 0 ? '' : `, hører til dokument ${of.join(', ')}`;
    return `- ${fileId} «${oneLine(name)}» (${oneLine(mediaType)}${belongs}): ${place}`;
  });
}

function nameOf(id: string, known: readonly { id: string; nameDa: string }[] | undefined): string {
  const name = known?.find((each) => each.id === id)?.nameDa;
  return name === undefined ? oneLine(id) : `${name} (${id})`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [`${title}:`, ...lines].join('\n');
}

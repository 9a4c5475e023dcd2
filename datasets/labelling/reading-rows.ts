import type { Case, CaseDocument, FieldValue } from '../case.ts';
import { InputError } from '../errors.ts';
import type { SheetCell } from '../tables/write-xlsx.ts';
import type { SheetContext } from './sheet-context.ts';
import { wrapText } from './wrap-text.ts';

/** Characters a row of text: what columns B to G of the sheet show beside each other. */
const textWidth = 140;

/** Characters that column B shows. */
const shortValue = 44;

/** Excel ends at 1,048,576 rows; nobody reads so far. */
const maxRows = 100_000;

type Row = SheetCell[];

/**
 * A case to be read: what the application says, its local rules, its documents page by page.
 * @throws {InputError} where the case has more lines than a sheet can take
 */
export function readingRows(caseShown: Case, context: SheetContext): Row[] {
  const { words } = context;
  const rows: Row[] = [
    ...section(
      words.facts,
      Object.entries(caseShown.fields).flatMap((field) => fieldRows(field, context)),
    ),
    ...section(
      words.rules,
      caseShown.localRules.flatMap((rule) =>
        labelled(
          `${rule.plan} § ${rule.paragraph}`,
          rule.topic === '' ? rule.text : `${rule.topic}: ${rule.text}`,
        ),
      ),
    ),
    ...section(
      words.documents,
      caseShown.documents.flatMap((each) => documentRows(each, context)),
    ),
  ];
  if (rows.length <= maxRows) return rows;
  throw new InputError({
    field: 'documents',
    is: `case "${caseShown.caseId}" with ${rows.length} lines to read`,
    expected: `at most ${maxRows} lines a case`,
    mend: 'Leave the case out with --cases, or cut its documents.',
  });
}

function section(title: string, rows: Row[]): Row[] {
  return rows.length === 0 ? [] : [[], heading(title), ...rows];
}

function heading(text: string): Row {
  return [text, '', '', '', '', '', ''].map((value) => ({ value, style: 'heading' as const }));
}

/** A short value has what the field is called beside it; a long one has it above. */
function fieldRows([name, value]: [string, FieldValue], context: SheetContext): Row[] {
  const type = context.taxonomy.fields.find((field) => field.name === name);
  const label = (context.language === 'da' ? type?.nameDa : type?.nameEn) ?? '';
  const remark: SheetCell = { value: label === name ? '' : label, style: 'quiet' };
  const shown = showValue(value, context);
  if (typeof shown === 'number') return [[{ value: name, style: 'bold' }, shown, remark]];
  if (shown.length <= shortValue && !shown.includes('\n'))
    return [[{ value: name, style: 'bold' }, shown, remark]];
  return [[{ value: name, style: 'bold' }, remark], ...wrapText(shown, textWidth).map((line) => ['', line])];
}

function showValue(value: FieldValue, { words }: SheetContext): string | number {
  if (value === null || value === '') return words.notFilledIn;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.notFilledIn : value.join(', ');
  return value;
}

/** The title stands beside the first line. */
function labelled(title: string, text: string): Row[] {
  const lines = wrapText(text, textWidth);
  if (lines.length === 0) lines.push('');
  return lines.map((line, at) => [at === 0 ? { value: title, style: 'bold' } : '', line]);
}

function documentRows(document: CaseDocument, { words }: SheetContext): Row[] {
  const { documentId, title, type, date, revision, scale, pages } = document;
  const remarks = [
    type,
    date,
    revision === undefined ? undefined : `rev. ${revision}`,
    scale === undefined ? undefined : `${words.scale} ${scale}`,
  ].filter((part) => part !== undefined);
  const head = `${words.document} ${documentId}: ${title} (${remarks.join(', ')})`;
  return [
    [],
    [{ value: head, style: 'bold' }],
    ...pages.flatMap(({ page, text, ocr }) => {
      const name = `${words.page} ${page}`;
      const lines = wrapText(text, textWidth);
      return [
        [{ value: ocr === true ? `${name} (${words.ocr})` : name, style: 'quiet' as const }],
        ...(lines.length === 0 ? [['', words.noText]] : lines.map((line) => ['', line])),
      ];
    }),
  ];
}

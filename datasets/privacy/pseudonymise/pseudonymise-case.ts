import type { Case } from '../../case.ts';
import type { Annotation, Label } from '../../label.ts';
import { findInFileName } from '../find-in-file-name.ts';
import { findInText } from '../find-in-text.ts';
import { labelOf } from '../label-of.ts';
import { addDays } from './add-days.ts';
import { aliasDistrict } from './alias-of.ts';
import { keyedDraw } from './keyed-draw.ts';
import { learnNames, type ReplaceContext, replaceText } from './replace-text.ts';

/** Fields whose value is replaced whole, whatever it looks like. */
const districtField = /^ejerlav$/iu;

/** Learns the names of a case before anything of it is replaced. */
export function learnCase(value: Case, words: Set<string>, doubtful: Set<string>): void {
  for (const document of value.documents) {
    for (const { text } of [{ text: document.title }, ...document.pages])
      learnNames(text, '', words, doubtful);
  }
  for (const [key, field] of Object.entries(value.fields)) {
    for (const text of [field].flat())
      if (typeof text === 'string') learnNames(text, labelOf(key), words, doubtful);
  }
}

/**
 * A case with aliases and moved dates. Its id and those of its documents stay joined with the labels' by the same key.
 * Files are left out: pictures and PDFs cannot be rewritten.
 */
export function pseudonymiseCase(value: Case, context: ReplaceContext): Case {
  const text = (own: string, label = '') => replaceText(own, label, context);
  return {
    ...value,
    caseId: aliasCaseId(value.caseId, context.key),
    applicationDate: addDays(value.applicationDate, context.days),
    fields: Object.fromEntries(
      Object.entries(value.fields).map(([key, field]) => [key, replaceField(key, field, context)]),
    ),
    documents: value.documents.map(({ fileId: _, date, documentId, title, pages, ...rest }) => ({
      ...rest,
      documentId: aliasId(documentId, context),
      title: text(title),
      ...(date === undefined ? {} : { date: addDays(date, context.days) }),
      pages: pages.map((page) => ({ ...page, text: text(page.text) })),
    })),
    files: [],
    localRules: value.localRules.map((rule) => ({
      ...rule,
      text: replaceText(rule.text, '', { ...context, days: 0 }),
    })),
  };
}

/** A label or annotation: ids as in the case, notes with the case's aliases. Codes and citations stay. */
export function pseudonymiseLabel<T extends Label | Annotation>(value: T, context: ReplaceContext): T {
  const relation = (id: string | undefined, name: 'twinOf' | 'transformOf') =>
    id === undefined ? {} : { [name]: aliasCaseId(id, context.key) };
  const annotator =
    'annotatorId' in value
      ? { annotatorId: `person-${hex(context.key, 'annotator', value.annotatorId)}` }
      : {};
  return {
    ...value,
    caseId: aliasCaseId(value.caseId, context.key),
    ...relation(value.twinOf, 'twinOf'),
    ...relation(value.transformOf, 'transformOf'),
    ...annotator,
    defects: value.defects.map((defect) => ({
      ...defect,
      evidence: defect.evidence.map((place) =>
        'documentId' in place ? { ...place, documentId: aliasId(place.documentId, context) } : place,
      ),
      ...(defect.note === undefined ? {} : { note: replaceText(defect.note, '', context) }),
    })),
  };
}

export function aliasCaseId(caseId: string, key: Uint8Array): string {
  return `sag-${hex(key, 'case', caseId)}`;
}

/** An id that is a word or a number of its own stays; one that holds a name or a number of somebody does not. */
function aliasId(id: string, { key, scope }: ReplaceContext): string {
  const clean = findInFileName(id).length === 0 && findInText(id).length === 0;
  return clean ? id : `dok-${hex(key, scope, id)}`;
}

function hex(key: Uint8Array, ...message: string[]): string {
  const draw = keyedDraw(key, 'id', ...message);
  return draw(2 ** 40)
    .toString(16)
    .padStart(10, '0');
}

function replaceField(
  key: string,
  value: Case['fields'][string],
  context: ReplaceContext,
): Case['fields'][string] {
  if (Array.isArray(value)) return value.map((each) => replaceText(each, labelOf(key), context));
  if (typeof value === 'number' && findInText(String(value), labelOf(key)).length > 0) {
    return replaceText(String(value), labelOf(key), context);
  }
  if (typeof value !== 'string') return value;
  return districtField.test(key) && value !== ''
    ? aliasDistrict(value, context)
    : replaceText(value, labelOf(key), context);
}

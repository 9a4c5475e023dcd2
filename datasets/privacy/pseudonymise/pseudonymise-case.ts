import type { Case } from '../../case.ts';
import type { Annotation, Label } from '../../label.ts';
import { findInFileName } from '../find-in-file-name.ts';
import { findInText } from '../find-in-text.ts';
import { labelOf } from '../label-of.ts';
import { addDays } from './add-days.ts';
import { aliasCaseId, keyedHex } from './alias-case-id.ts';
import { aliasDistrict } from './alias-of.ts';
import { createKnownValues, type KnownValues, learnValues } from './known-values.ts';
import { learnBeside, learnNames, type ReplaceContext, replaceText } from './replace-text.ts';

/** Fields whose value is replaced whole, whatever it looks like. */
const districtField = /^ejerlav$/iu;

/** What is known of a case, or of a case with its twins and variants. */
export interface CaseKnowledge {
  words: Set<string>;
  doubtful: Set<string>;
  values: KnownValues;
}

export function createKnowledge(): CaseKnowledge {
  return { words: new Set(), doubtful: new Set(), values: createKnownValues() };
}

/** Learns the names and numbers of a case before anything of it is replaced. */
export function learnCase(value: Case, known: CaseKnowledge): void {
  const fields = Object.entries(value.fields).flatMap(([key, field]) =>
    [field].flat().flatMap((each) => {
      const text = typeof each === 'number' ? String(each) : each;
      return typeof text === 'string' ? [{ text, label: labelOf(key) }] : [];
    }),
  );
  const pages = value.documents.flatMap(({ title, pages }) => [title, ...pages.map(({ text }) => text)]);
  const rules = value.localRules.map(({ text }) => text);
  learnTexts([...fields, ...[...pages, ...rules].map((text) => ({ text, label: '' }))], known);
}

/** Learns the names and numbers of a label's notes. */
export function learnLabel(value: Label | Annotation, known: CaseKnowledge): void {
  const notes = value.defects.flatMap(({ note }) => (note === undefined ? [] : [note]));
  learnTexts(
    notes.map((text) => ({ text, label: '' })),
    known,
  );
}

function learnTexts(
  texts: readonly { text: string; label: string }[],
  { words, doubtful, values }: CaseKnowledge,
): void {
  for (const { text, label } of texts) {
    learnNames(text, label, words, doubtful);
    learnValues(text, label, values);
  }
  for (const { text } of texts) learnBeside(text, words, doubtful);
}

/** A place that somebody should look at: a time that was left, a word that was replaced and may be none. */
export interface Remark {
  sort: 'time' | 'word';
  field: string;
  /** Clear: it is masked before it is shown. */
  text: string;
}

export interface CaseContext extends ReplaceContext {
  onRemark?: ((remark: Remark) => void) | undefined;
}

/**
 * A case with aliases and moved dates. Its id and those of its documents stay joined with the labels' by the same key.
 * Files are left out: pictures and PDFs cannot be rewritten.
 */
export function pseudonymiseCase(value: Case, context: CaseContext): Case {
  const text = (own: string, field: string) => replaceText(own, '', at(context, field));
  return {
    ...value,
    caseId: aliasCaseId(value.caseId, context.key),
    applicationDate: addDays(value.applicationDate, context.days),
    fields: Object.fromEntries(
      Object.entries(value.fields).map(([key, field]) => [
        key,
        replaceField(key, field, at(context, `fields.${key}`)),
      ]),
    ),
    documents: value.documents.map(({ fileId: _, date, documentId, title, pages, ...rest }, number) => ({
      ...rest,
      documentId: aliasId(documentId, context),
      title: text(title, `documents[${number}].title`),
      ...(date === undefined ? {} : { date: addDays(date, context.days) }),
      pages: pages.map((page, of) => ({
        ...page,
        text: text(page.text, `documents[${number}].pages[${of}].text`),
      })),
    })),
    files: [],
    localRules: value.localRules.map((rule, number) => ({
      ...rule,
      text: replaceText(rule.text, '', { ...at(context, `localRules[${number}].text`), days: 0 }),
    })),
  };
}

/** What is remarked in a field is told with its name. */
function at(context: CaseContext, field: string): ReplaceContext {
  const { onRemark } = context;
  if (onRemark === undefined) return context;
  const tell = (sort: Remark['sort']) => (text: string) => onRemark({ sort, field, text });
  return { ...context, onLeft: tell('time'), onDoubtful: tell('word') };
}

/** A label or annotation: ids as in the case, notes with the case's aliases. Codes and citations stay. */
export function pseudonymiseLabel<T extends Label | Annotation>(value: T, context: CaseContext): T {
  const relation = (id: string | undefined, name: 'twinOf' | 'transformOf') =>
    id === undefined ? {} : { [name]: aliasCaseId(id, context.key) };
  const annotator =
    'annotatorId' in value
      ? { annotatorId: `person-${keyedHex(context.key, 'annotator', value.annotatorId)}` }
      : {};
  return {
    ...value,
    caseId: aliasCaseId(value.caseId, context.key),
    ...relation(value.twinOf, 'twinOf'),
    ...relation(value.transformOf, 'transformOf'),
    ...annotator,
    defects: value.defects.map((defect, number) => ({
      ...defect,
      evidence: defect.evidence.map((place) =>
        'documentId' in place ? { ...place, documentId: aliasId(place.documentId, context) } : place,
      ),
      ...(defect.note === undefined
        ? {}
        : { note: replaceText(defect.note, '', at(context, `defects[${number}].note`)) }),
    })),
  };
}

/** An id that is a word or a number of its own stays; one that holds a name or a number of somebody does not. */
function aliasId(id: string, { key, scope, caseIds }: ReplaceContext): string {
  const clean =
    findInFileName(id).length === 0 && findInText(id).length === 0 && (caseIds?.find(id).length ?? 0) === 0;
  return clean ? id : `dok-${keyedHex(key, scope, id)}`;
}

function replaceField(
  key: string,
  value: Case['fields'][string],
  context: ReplaceContext,
): Case['fields'][string] {
  if (Array.isArray(value)) return value.map((each) => replaceText(each, labelOf(key), context));
  if (typeof value === 'number' && /^\d{5,16}$/u.test(String(value))) {
    const replaced = replaceText(String(value), labelOf(key), { ...context, days: 0 });
    return replaced === String(value) ? value : replaced;
  }
  if (typeof value !== 'string') return value;
  return districtField.test(key) && value !== ''
    ? aliasDistrict(value, context)
    : replaceText(value, labelOf(key), context);
}

import type { Case } from '../case.ts';
import type { Evidence } from '../label.ts';
import { fromCellText, toCellText } from '../tables/cell-text.ts';
import type { Taxonomy } from '../taxonomy/taxonomy.ts';
import type { SheetContext } from './sheet-context.ts';

/** A place that a defect may be seen in, and how a sheet calls it. */
export interface CasePlace {
  text: string;
  evidence: Evidence;
}

/**
 * Every place of a case that evidence may name: each document, each of its pages, each field that is filled in, and
 * then each that could have been.
 */
export function placesOf(caseShown: Case, { words, taxonomy }: SheetContext): CasePlace[] {
  const documents = caseShown.documents.flatMap(({ documentId, title, pages }): CasePlace[] => [
    { text: `${words.document} ${documentId}${inBrackets(title)}`, evidence: { documentId } },
    ...pages.map(({ page }) => ({
      text: `${words.document} ${documentId}, ${words.page} ${page}${inBrackets(title)}`,
      evidence: { documentId, page },
    })),
  ]);
  const filled = Object.keys(caseShown.fields).map((field) => ({
    text: `${words.field} ${oneLine(field)}`,
    evidence: { field },
  }));
  const empty = emptyFields(caseShown, taxonomy).map((field) => ({
    text: `${words.field} ${oneLine(field)}${inBrackets(words.notFilledIn)}`,
    evidence: { field },
  }));
  return [...documents, ...filled, ...empty];
}

/** Whether a case has a place: a missing field is one where the taxonomy knows it. */
export function hasPlace(caseShown: Case, taxonomy: Taxonomy, evidence: Evidence): boolean {
  if ('field' in evidence) {
    return evidence.field in caseShown.fields || taxonomy.fields.some(({ name }) => name === evidence.field);
  }
  const document = caseShown.documents.find(({ documentId }) => documentId === evidence.documentId);
  if (document === undefined) return false;
  return evidence.page === undefined || document.pages.some(({ page }) => page === evidence.page);
}

/** How a place that a label names is written in a sheet, also where the case does not have it. */
export function describePlace(
  evidence: Evidence,
  places: readonly CasePlace[],
  { words }: SheetContext,
): string {
  const known = places.find(({ evidence: other }) => samePlace(other, evidence));
  if (known !== undefined) return known.text;
  if ('field' in evidence) return `${words.field} ${oneLine(evidence.field)}`;
  const { documentId, page } = evidence;
  return `${words.document} ${documentId}${page === undefined ? '' : `, ${words.page} ${page}`}`;
}

/** The place that a cell names, or undefined. The title in brackets need not be there. */
export function findPlace(text: string, places: readonly CasePlace[]): Evidence | undefined {
  const wanted = fold(text);
  const exact = places.find((place) => fold(toCellText(place.text)) === wanted);
  if (exact !== undefined) return exact.evidence;
  const bare = places.find((place) => fold(withoutBrackets(place.text)) === fold(withoutBrackets(text)));
  return bare?.evidence;
}

export function samePlace(a: Evidence, b: Evidence): boolean {
  if ('field' in a || 'field' in b) return 'field' in a && 'field' in b && a.field === b.field;
  return a.documentId === b.documentId && a.page === b.page;
}

function emptyFields(caseShown: Case, taxonomy: Taxonomy): string[] {
  return taxonomy.fields.map(({ name }) => name).filter((name) => !(name in caseShown.fields));
}

function inBrackets(title: string): string {
  const short = oneLine(title).replace(/[()]/gu, '').slice(0, 40).toWellFormed().trim();
  return short === '' ? '' : ` (${short})`;
}

function withoutBrackets(text: string): string {
  return text.replace(/\s*\([^()]*\)\s*$/u, '');
}

function oneLine(text: string): string {
  return text.replace(/[\s;]+/gu, ' ').trim();
}

function fold(text: string): string {
  return fromCellText(text).replace(/\s+/gu, ' ').trim().toLowerCase();
}

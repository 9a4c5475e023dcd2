import type { Finding } from '../../screening/screening.ts';
import type { Facts } from './reading/facts.ts';
import type { PageText } from './reading/read-pages.ts';

export type FindingEvidence = Finding['evidence'][number];

export function onPage(page: PageText): FindingEvidence {
  return { documentId: page.documentId, page: page.page };
}

/** The fields of these names that the application states. */
export function inFields(facts: Facts, ...names: string[]): FindingEvidence[] {
  return names.filter((name) => facts.caseShown.fields[name] !== undefined).map((field) => ({ field }));
}

/** The documents of a type; failing them nothing. */
export function inDocuments(facts: Facts, ...types: string[]): FindingEvidence[] {
  const documents = facts.caseShown.documents.filter((document) => types.includes(document.type));
  return documents.map((document) => ({ documentId: document.documentId }));
}

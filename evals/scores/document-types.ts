import type { Case } from '../../datasets/case.ts';
import type { Finding } from '../screening/screening.ts';

/**
 * The types of the documents that evidence names, distinct and sorted; `fields` for a field of the
 * application, `unknown` for a document that the case does not have, `none` for no evidence at all.
 */
export function documentTypesOf(evidence: Finding['evidence'], caseShown: Case): string[] {
  if (evidence.length === 0) return ['none'];
  const types = evidence.map((entry) => {
    if ('field' in entry) return 'fields';
    return caseShown.documents.find(({ documentId }) => documentId === entry.documentId)?.type ?? 'unknown';
  });
  return [...new Set(types)].sort();
}

import { createHash } from 'node:crypto';

/** Ids of the report's parts. `/` stands in no model, case or finding id, so no two parts share one. */
export const anchor = {
  model: (modelId: string) => `model/${modelId}`,
  case: (caseId: string) => `sag/${caseId}`,
  document: (caseId: string, documentId: string) => `bilag/${caseId}/${documentId}`,
  page: (caseId: string, documentId: string, page: number) => `bilag/${caseId}/${documentId}/side/${page}`,
  field: (caseId: string, name: string) => `felt/${caseId}/${shortName(name)}`,
  defect: (caseId: string, defectId: string) => `mangel/${caseId}/${defectId}`,
  finding: (caseId: string, modelId: string, findingId: string) => `fund/${caseId}/${modelId}/${findingId}`,
  answer: (caseId: string, modelId: string) => `svar/${caseId}/${modelId}`,
};

/** A field's name has no bound of its own. */
function shortName(name: string): string {
  if (name.length <= 200) return name;
  return `${name.slice(0, 100).toWellFormed()}~${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}

/** The link to an id on the same page. */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id.toWellFormed()).replaceAll('%2F', '/')}`;
}

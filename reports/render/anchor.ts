/** Ids of the report's parts. `/` stands in no model, case or finding id, so no two parts share one. */
export const anchor = {
  model: (modelId: string) => `model/${modelId}`,
  case: (caseId: string) => `sag/${caseId}`,
  document: (caseId: string, documentId: string) => `bilag/${caseId}/${documentId}`,
  page: (caseId: string, documentId: string, page: number) => `bilag/${caseId}/${documentId}/side/${page}`,
  field: (caseId: string, name: string) => `felt/${caseId}/${name}`,
  defect: (caseId: string, defectId: string) => `mangel/${caseId}/${defectId}`,
  finding: (caseId: string, modelId: string, findingId: string) => `fund/${caseId}/${modelId}/${findingId}`,
  answer: (caseId: string, modelId: string) => `svar/${caseId}/${modelId}`,
};

/** The link to an id on the same page. */
export function hrefTo(id: string): string {
  return `#${encodeURIComponent(id).replaceAll('%2F', '/')}`;
}

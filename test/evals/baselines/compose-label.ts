import { type Label, LabelSchema, type Role } from '../../../datasets/label.ts';

/** A label with defects of these codes, required unless said otherwise. */
export function composeLabel(
  caseId: string,
  defects: readonly { code: string; role?: Role; citationSets?: string[][] }[],
): Label {
  return LabelSchema.parse({
    caseId,
    labelVersion: '1',
    outcome: defects.some((defect) => (defect.role ?? 'required') === 'required') ? 'deficient' : 'complete',
    provenance: 'hand',
    defects: defects.map((defect, index) => ({
      defectId: `d${index + 1}`,
      role: 'required',
      severity: 'major',
      discretionary: false,
      citationSets: [],
      evidence: [],
      ...defect,
    })),
  });
}

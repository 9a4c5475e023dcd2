import type { Annotation } from '../../datasets/label.ts';
import type { Screening } from '../screening/screening.ts';

/**
 * A caseworker's own label as the answer of a model, to be scored by the same rules: each defect is a
 * finding with its code, primary citations and evidence; `needsJudgement` is what they call discretionary.
 */
export function screenAnnotation(annotation: Annotation): Screening {
  return {
    schema: 'maalestok.screening.v1',
    model: { id: annotation.annotatorId, version: annotation.labelVersion },
    caseId: annotation.caseId,
    repeat: 0,
    status: 'answered',
    outcome: annotation.outcome,
    findings: annotation.defects.map(({ defectId, code, citationSets, evidence, discretionary }) => ({
      findingId: defectId,
      text: '',
      code,
      // An empty set is none, as in the consensus.
      citations: citationSets.find((set) => set.length > 0) ?? [],
      evidence,
      needsJudgement: discretionary,
    })),
  };
}

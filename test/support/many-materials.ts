import type { CaseMaterial } from '../../reports/case-view/case-material.ts';
import { sampleResult } from './sample-result.ts';

/** The sample's cases over and over, under ids of their own: `masse-0000` … */
export async function manyMaterials(count: number): Promise<CaseMaterial[]> {
  const { materials } = await sampleResult();
  return Array.from({ length: count }, (_, at): CaseMaterial => {
    const caseId = `masse-${String(at).padStart(4, '0')}`;
    const { case: shown, label, answers } = materials[at % materials.length]!;
    return {
      case: { ...shown, caseId },
      label: { ...label, caseId },
      answers: answers.map((answer) => ({ ...answer, screening: { ...answer.screening, caseId } })),
    };
  });
}

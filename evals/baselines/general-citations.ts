import type { DefectType } from '../../datasets/taxonomy/taxonomy.ts';

/** Stands in a taxonomy for `lokalplan:<plan>/<paragraph>` of the case at hand. */
const localPlanPlaceholder = 'lokalplan';

/** The primary citations of a type as far as they hold for any case: without the local plan's own. */
export function generalCitations(type: Pick<DefectType, 'citations'>): string[] {
  return type.citations.filter((citation) => citation !== localPlanPlaceholder);
}

import type { Case } from '../../datasets/case.ts';
import type { Annotation, Defect, Outcome } from '../../datasets/label.ts';
import { mergeDefects } from '../agreement/merge-defects.ts';
import { ownDefectsOf } from '../agreement/own-defect.ts';
import type { MatchingContext } from '../matching/prepare.ts';
import { compareText } from '../statistics/compare-text.ts';
import { outcomeOf } from './decided-label.ts';
import type { Difference } from './find-differences.ts';

/**
 * What all who labelled a case say of it: each type of defect that is in none of the differences, with what they say of
 * it together. By code.
 */
export function agreedDefects(
  caseShown: Case,
  people: readonly Annotation[],
  differences: readonly Difference[],
  context: Omit<MatchingContext, 'localRules'>,
): Omit<Defect, 'defectId'>[] {
  const open = new Set(differences.map(({ code }) => code));
  const own = people.map((annotation) =>
    ownDefectsOf(annotation, { ...context, localRules: caseShown.localRules }),
  );
  const codes = [...new Set(own.flatMap((defects) => [...defects.keys()]))].sort(compareText);
  return codes
    .filter((code) => !open.has(code))
    .map((code) => ({ code, ...mergeDefects(own.flatMap((defects) => defects.get(code) ?? [])) }));
}

/** The conclusion of a first label: from its defects; without a required one, as decided, or as all others say. */
export function firstOutcome(
  defects: readonly Pick<Defect, 'role'>[],
  people: readonly Annotation[],
  decided?: Outcome,
): Outcome {
  const said = people.map(({ outcome }) => outcome).find((outcome) => outcome !== 'deficient');
  return outcomeOf(defects, decided ?? said ?? 'complete');
}

import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { Policy } from '../../evals/matching/policy.ts';
import { prepareDefect, prepareFinding } from '../../evals/matching/prepare.ts';
import type { ScoredCase } from '../../evals/scores/scored-case.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { type AnsweredCase, scoreAnswered } from './scoring-data.ts';

/** An answered case as measures that look at two cases get it; its label says what it was made from. */
export function scoredCaseOf(answered: AnsweredCase, policy: Policy = 'standard'): ScoredCase {
  const { caseShown, label, screenings } = answered;
  const context = {
    taxonomy: smallTaxonomy,
    catalogue: builtInCatalogue(),
    localRules: caseShown.localRules,
  };
  return {
    score: scoreAnswered(answered, policy),
    defects: label.defects.map((defect) => prepareDefect(defect, context)),
    findings: screenings
      .toSorted((a, b) => a.repeat - b.repeat)
      .map(({ status, findings }) =>
        status === 'answered' ? findings.map((finding) => prepareFinding(finding, context)) : [],
      ),
    ...(label.twinOf === undefined ? {} : { twinOf: label.twinOf }),
    ...(label.transformOf === undefined ? {} : { transformOf: label.transformOf }),
  };
}

/** The relations that the labels state, as a label index has them. */
export function relationsOf(data: readonly AnsweredCase[]) {
  return new Map(
    data.flatMap(({ label: { caseId, twinOf, transformOf } }) =>
      twinOf === undefined && transformOf === undefined
        ? []
        : [
            [
              caseId,
              {
                ...(twinOf === undefined ? {} : { twinOf }),
                ...(transformOf === undefined ? {} : { transformOf }),
              },
            ] as const,
          ],
    ),
  );
}

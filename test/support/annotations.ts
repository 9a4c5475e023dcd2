import type { Case } from '../../datasets/case.ts';
import type { Annotation, Defect } from '../../datasets/label.ts';
import { builtInCatalogue } from '../../datasets/rules/built-in-catalogue.ts';
import type { Annotations } from '../../evals/agreement/annotations.ts';
import { measurePeople } from '../../evals/agreement/measure-people.ts';
import type { People } from '../../evals/agreement/people-result.ts';
import type { Screening } from '../../evals/screening/screening.ts';
import { smallTaxonomy } from './arbitraries.ts';
import { testModel } from './scoring-data.ts';
import { smallCase, smallLabel } from './small-dataset.ts';

/** One caseworker's own label: a required defect of each code, citing `br18/10/1/2`. */
export function smallAnnotation(caseId: string, annotatorId: string, codes: readonly string[]): Annotation {
  return { ...smallLabel(caseId, codes), schema: 'maalestok.annotation.v1', annotatorId };
}

/** The same with defects of one's own. */
export function annotationOf(caseId: string, annotatorId: string, defects: readonly Defect[]): Annotation {
  const outcome = defects.some(({ role }) => role === 'required') ? 'deficient' : 'complete';
  return { ...smallAnnotation(caseId, annotatorId, []), outcome, defects: [...defects] };
}

export function annotationsOf(list: readonly Annotation[]): Annotations {
  const sorted = list.toSorted((a, b) => (a.annotatorId < b.annotatorId ? -1 : 1));
  return { get: (caseId) => sorted.filter((each) => each.caseId === caseId), contentHash: '0'.repeat(64) };
}

export const peopleContext = {
  taxonomy: smallTaxonomy,
  catalogue: builtInCatalogue(),
  policy: 'standard' as const,
  localRules: [],
};

/** Measures people, and one model if there are answers, on small cases. */
export function measureSmall(input: {
  annotations: readonly Annotation[];
  /** In this order. Absent: the cases that are labelled. */
  caseIds?: readonly string[];
  cases?: readonly Case[];
  screenings?: readonly Screening[];
  families?: ReadonlyMap<string, string>;
}): Promise<People> {
  const ids = input.caseIds ?? [...new Set(input.annotations.map(({ caseId }) => caseId))];
  const cases = input.cases ?? ids.map((caseId) => smallCase(caseId));
  return measurePeople({
    annotations: annotationsOf(input.annotations),
    async *cases() {
      yield* cases;
    },
    models: input.screenings === undefined ? [] : [testModel],
    async *answers() {
      for (const caseShown of cases) {
        const own = input.screenings!.filter(({ caseId }) => caseId === caseShown.caseId);
        yield { caseShown, screenings: own };
      }
    },
    context: { ...peopleContext, ...(input.families === undefined ? {} : { families: input.families }) },
    seed: 'seed',
  });
}

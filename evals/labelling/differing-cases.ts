import type { SplitName } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import type { Label } from '../../datasets/label.ts';
import type { Annotations } from '../agreement/annotations.ts';
import type { LabelIndex } from '../label-index.ts';
import type { Dataset } from '../open-dataset.ts';
import { type Difference, findDifferences } from './find-differences.ts';

export interface DifferingCase {
  caseShown: Case;
  /** Null where the cases have no labels yet. */
  gold: Label | null;
  /** Of the annotators of the case, sorted. */
  annotators: string[];
  /** None where all agree, with each other and with the label. */
  differences: Difference[];
}

/** Each case that at least two caseworkers labelled, with what they differ in; in the order of the split. */
export async function* differingCases(
  dataset: Dataset,
  split: SplitName,
  labels: LabelIndex | null,
  annotations: Annotations,
): AsyncGenerator<DifferingCase> {
  for await (const caseShown of dataset.cases(split)) {
    const people = annotations.get(caseShown.caseId);
    if (people.length < 2) continue;
    const gold = labels?.get(caseShown.caseId) ?? null;
    yield {
      caseShown,
      gold,
      annotators: people.map(({ annotatorId }) => annotatorId),
      differences: findDifferences(caseShown, people, gold, dataset),
    };
  }
}

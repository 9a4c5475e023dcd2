import type { SplitName } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import type { Dataset } from '../open-dataset.ts';

/** The wanted cases of a split, by id, in the order of its file. They are held in memory: no more than the sheets name. */
export async function loadCases(
  dataset: Pick<Dataset, 'cases'>,
  split: SplitName,
  wanted: ReadonlySet<string>,
): Promise<Map<string, Case>> {
  const found = new Map<string, Case>();
  if (wanted.size === 0) return found;
  for await (const each of dataset.cases(split)) {
    if (wanted.has(each.caseId)) found.set(each.caseId, each);
    if (found.size === wanted.size) break;
  }
  return found;
}

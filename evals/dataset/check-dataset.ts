import type { SplitName } from '../../datasets/card.ts';
import type { Case } from '../../datasets/case.ts';
import { InputError, type InputProblem } from '../../datasets/errors.ts';
import type { Defect } from '../../datasets/label.ts';
import { hasPlace } from '../../datasets/labelling/case-places.ts';
import { checkCitation } from '../../datasets/labelling/citation-cell.ts';
import { NearDuplicateIndex, nearDuplicateFrom } from '../../datasets/near-duplicates.ts';
import { readCitations } from '../../datasets/rules/read-citation.ts';
import { uniqueCitations } from '../../datasets/rules/unique-citations.ts';
import { type Dataset, labelsOrNull } from '../open-dataset.ts';

/**
 * Looks at what each record alone cannot show: evidence that the case does not have, citations that were not in force
 * on the case's date, cases of two splits that say nearly the same. Labels, where there are any, relations and hashes are checked on the way.
 * @returns all problems, in the order of the splits; none where the data set holds
 * @throws {InputError} where a file is not what the card or its schema says
 */
export async function checkDataset(dataset: Dataset): Promise<InputProblem[]> {
  const problems: InputProblem[] = [];
  const duplicates = new NearDuplicateIndex();
  for (const split of Object.keys(dataset.card.splits) as SplitName[]) {
    const ids = new Set(await dataset.caseIds(split));
    const labels = await labelsOrNull(dataset, split, ids);
    await dataset.annotations(split, ids);
    await dataset.judged(split, ids);
    for await (const caseShown of dataset.cases(split)) {
      const defects = labels?.get(caseShown.caseId).defects ?? [];
      const file = `${split}: ${caseShown.caseId}`;
      problems.push(...defects.flatMap((defect) => checkDefect(defect, caseShown, dataset, file)));
      for (const { a, b, similarity } of duplicates.add(caseShown, split)) {
        problems.push({
          file: `${split}: ${b}`,
          field: 'documents',
          is: `documents that are ${Math.round(100 * similarity)} % those of "${a}" in another split`,
          expected: `less than ${100 * nearDuplicateFrom} %`,
          mend: 'Put both into one split, as a family (`twinOf` or `transformOf`) if one was made from the other.',
        });
      }
    }
  }
  return problems;
}

/** @throws {InputError} with all problems, where there is one */
export async function requireSound(dataset: Dataset): Promise<void> {
  const problems = await checkDataset(dataset);
  if (problems.length === 0) return;
  const shown = problems
    .slice(0, 200)
    .map((problem) => new InputError(problem).message.replaceAll('\n', '\n  '));
  const more = problems.length > shown.length ? [`… and ${problems.length - shown.length} more`] : [];
  throw new InputError({
    file: `${dataset.card.id} ${dataset.card.version}`,
    is: `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in the data set`,
    expected: 'none',
    mend: [...shown, ...more].join('\n  '),
  });
}

function checkDefect(
  { defectId, evidence, citationSets }: Defect,
  caseShown: Case,
  { taxonomy, catalogue }: Dataset,
  file: string,
): InputProblem[] {
  const places = evidence.flatMap((place, at): InputProblem[] => {
    if (hasPlace(caseShown, taxonomy, place)) return [];
    const is =
      'field' in place
        ? `field "${place.field}"`
        : `document "${place.documentId}"${place.page === undefined ? '' : `, page ${place.page}`}`;
    return [
      {
        file,
        field: `${defectId}.evidence[${at}]`,
        is,
        expected: 'a place that the case has, or a field of the taxonomy',
      },
    ];
  });
  const citations = citationSets.flatMap((set, setAt) =>
    set.flatMap((input, at) =>
      uniqueCitations(readCitations(input, catalogue)).flatMap((citation): InputProblem[] => {
        const problem = checkCitation(citation, caseShown, catalogue);
        return problem === null
          ? []
          : [{ file, field: `${defectId}.citationSets[${setAt}][${at}]`, ...problem }];
      }),
    ),
  );
  return [...places, ...citations];
}

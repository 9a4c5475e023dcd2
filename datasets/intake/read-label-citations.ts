import { type Case, DateSchema } from '../case.ts';
import { excerpt } from '../errors.ts';
import { checkCitation } from '../labelling/citation-cell.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import { formatCitationId } from '../rules/citation-id.ts';
import { readCitations } from '../rules/read-citation.ts';
import { uniqueCitations } from '../rules/unique-citations.ts';
import type { RowProblem } from './read-result.ts';

/** Citations are checked on its date, and against its local plans. */
export type LabelledCase = Pick<Case, 'caseId' | 'applicationDate' | 'localRules'>;

interface CitationReading {
  context: { catalogue: Catalogue };
  shown: LabelledCase;
  problems: RowProblem[];
}

/** What a caseworker cites, each provision checked like on the import of a label sheet. */
export function readLabelCitations(
  text: string,
  column: string | undefined,
  { context: { catalogue }, shown, problems }: CitationReading,
): string[] {
  const citations = uniqueCitations(readCitations(text, catalogue));
  if (citations.length === 0) {
    problems.push({
      column,
      is: `"${excerpt(text)}", in which no provision can be read`,
      expected: 'a citation like "BR18 § 10, stk. 1, nr. 2"',
    });
  }
  // Without a date nobody can tell; that it is missing is said already.
  for (const citation of DateSchema.safeParse(shown.applicationDate).success ? citations : []) {
    const problem = checkCitation(citation, shown, catalogue);
    if (problem !== null)
      problems.push({
        column,
        is: problem.is,
        expected: `${problem.expected} (${problem.mend.replace(/\.$/u, '')})`,
      });
  }
  return citations.map(formatCitationId);
}

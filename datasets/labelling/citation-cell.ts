import type { Case } from '../case.ts';
import type { Defect } from '../label.ts';
import type { Catalogue } from '../rules/catalogue.ts';
import type { Citation, CitationInput } from '../rules/citation.ts';
import { formatCitationId } from '../rules/citation-id.ts';
import { displayCitation } from '../rules/display-citation.ts';
import { readCitations } from '../rules/read-citation.ts';
import { resolveCitation } from '../rules/resolve-citation.ts';
import { uniqueCitations } from '../rules/unique-citations.ts';
import { checkValidity } from '../rules/validity.ts';
import type { SheetContext } from './sheet-context.ts';

type CitationSets = Defect['citationSets'];

/** What is wrong with a citation, in the words of an error. */
export interface CitationProblem {
  is: string;
  expected: string;
  mend: string;
}

/** Accepted sets as a caseworker writes them: a line each, the provisions of a set with `og` between. */
export function renderCitationCell(sets: CitationSets, { words, catalogue, language }: SheetContext): string {
  if (sets.length === 0) return words.noCitation;
  const and = language === 'da' ? ' og ' : ' and ';
  return sets.map((set) => set.map((input) => renderInput(input, catalogue)).join(and)).join('\n');
}

/**
 * Reads a cell of citations: a line (or what stands between semicolons) is an accepted set. Each provision is
 * checked on the case's date.
 * @returns the sets as canonical ids, and all that is wrong
 */
export function readCitationCell(
  text: string,
  caseShown: Pick<Case, 'applicationDate' | 'localRules'>,
  { words, catalogue }: SheetContext,
): { sets: CitationSets; problems: CitationProblem[] } {
  const parts = text
    .split(/[\n;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return { sets: [], problems: [absent(words.noCitation)] };
  if (parts.length === 1 && parts[0]!.toLowerCase() === words.noCitation) return { sets: [], problems: [] };
  const problems: CitationProblem[] = [];
  const sets = new Map<string, string[]>();
  for (const part of parts) {
    const citations = uniqueCitations(readCitations(part.slice(0, 2000), catalogue));
    if (citations.length === 0) problems.push(unreadable(part));
    for (const citation of citations) {
      const problem = checkCitation(citation, caseShown, catalogue);
      if (problem !== null) problems.push(problem);
    }
    const ids = citations.map(formatCitationId);
    sets.set(ids.join(' '), ids);
  }
  return { sets: [...sets.values()], problems };
}

/** What is wrong with a provision on the case's date; null where nothing is, or where nobody can tell. */
export function checkCitation(
  citation: Citation,
  { applicationDate: date, localRules }: Pick<Case, 'applicationDate' | 'localRules'>,
  catalogue: Catalogue,
): CitationProblem | null {
  const context = { catalogue, date, localRules };
  const { verdict, hint } = checkValidity(citation, context);
  if (verdict === 'valid' || verdict === 'unverifiable') return null;
  const is = `"${displayCitation(citation, catalogue)}"`;
  if (verdict === 'unknownLaw' || verdict === 'unparsable') {
    const expected = citation.law === null ? 'a provision with its law' : 'a law of the rule catalogue';
    const mend =
      citation.law === null
        ? 'Write the law before it, like "BR18 § 10, stk. 1".'
        : 'Write the name of the law as `maalestok cite` reads it; a law that is not in the catalogue is added in a catalogue of your own.';
    return { is, expected, mend };
  }
  const meant = repair(citation, context);
  const remarks = [
    ...(meant === null ? [] : [`Did you mean "${displayCitation(meant, catalogue)}"?`]),
    ...(hint === undefined ? [] : [`${hint.en}.`]),
  ];
  return {
    is: `${is}, which ${verdict === 'outdated' ? 'was not in force any more' : 'does not exist'} on ${date}`,
    expected: "a provision in force on the case's date",
    mend: remarks.length === 0 ? 'Check the number in the law.' : remarks.join(' '),
  };
}

/** The provision with the same item in the stk. where the items stand, where that is certain. */
function repair(citation: Citation, context: Parameters<typeof checkValidity>[1]): Citation | null {
  if (citation.stk === undefined) return null;
  const { stk: _, ...rest } = citation;
  const meant = resolveCitation(rest, context.catalogue);
  const moved = meant.stk !== undefined || citation.nr !== undefined || citation.litra !== undefined;
  return moved && checkValidity(meant, context).verdict === 'valid' ? meant : null;
}

function renderInput(input: CitationInput, catalogue: Catalogue): string {
  const citations = uniqueCitations(readCitations(input, catalogue));
  if (citations.length > 0) return citations.map((each) => displayCitation(each, catalogue)).join(' og ');
  return typeof input === 'string' ? input : formatCitationId(input);
}

function absent(none: string): CitationProblem {
  return {
    is: 'no citation',
    expected: 'the provision behind the defect',
    mend: `Write "${none}" where there is none.`,
  };
}

function unreadable(part: string): CitationProblem {
  const short = part.length > 60 ? `${part.slice(0, 60).toWellFormed()}…` : part;
  return {
    is: `"${short}", in which no provision can be read`,
    expected: 'a citation like "BR18 § 10, stk. 1, nr. 3"',
    mend: 'Try the text with `maalestok cite "…"`.',
  };
}

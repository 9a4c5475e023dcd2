/** A case's id where it stands in a text. */
export interface FoundCaseId {
  start: number;
  end: number;
  caseId: string;
}

/** The ids of all cases of a data set, to be found in any text of it. */
export interface CaseIds {
  find(text: string): FoundCaseId[];
  /** The case that a case number names, however it is written; undefined: none of these. */
  idOf(caseNumber: string): string | undefined;
}

const token = /[\p{L}\p{N}]+(?:[-–/_.:][\p{L}\p{N}]+)*/gu;
const part = /[\p{L}\p{N}]+/gu;
const mostParts = 12;

/**
 * Finds case ids as whole words, in file names and longer ids too (`24-0001_plan.pdf`), with a dash, a stroke or a line
 * between their parts. An id that may be any number (`1001`) or word is not looked for.
 */
export function createCaseIds(ids: Iterable<string>): CaseIds {
  const byForm = new Map<string, string>();
  const bySigns = new Map<string, string>();
  for (const id of ids) {
    bySigns.set(signsOf(id), id);
    if (isTelling(id)) byForm.set(formOf(id), id);
  }
  const find = (text: string): FoundCaseId[] =>
    byForm.size === 0
      ? []
      : [...text.matchAll(token)].flatMap(({ 0: found, index }) =>
          /\p{N}/u.test(found) ? inToken(found, index, byForm) : [],
        );
  return { find, idOf: (caseNumber) => bySigns.get(signsOf(caseNumber)) };
}

/** The longest ids in a token, from left to right. */
function inToken(found: string, index: number, byForm: ReadonlyMap<string, string>): FoundCaseId[] {
  const parts = [...found.matchAll(part)].slice(0, 200);
  const results: FoundCaseId[] = [];
  for (let first = 0; first < parts.length; first += 1) {
    for (let last = Math.min(parts.length, first + mostParts) - 1; last >= first; last -= 1) {
      const [start, end] = [parts[first]!.index, parts[last]!.index + parts[last]![0].length];
      const caseId = byForm.get(formOf(found.slice(start, end)));
      if (caseId === undefined) continue;
      results.push({ start: index + start, end: index + end, caseId });
      first = last;
      break;
    }
  }
  return results;
}

/** At least five letters and digits, and more than one number or word. */
function isTelling(id: string): boolean {
  return /\p{N}/u.test(id) && signsOf(id).length >= 5 && /[-–/_.:]|\p{L}/u.test(id);
}

function formOf(text: string): string {
  return text.toLowerCase().replace(/[–/_:]/gu, '-');
}

function signsOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

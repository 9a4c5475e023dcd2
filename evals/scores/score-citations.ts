import type { Language } from '../../datasets/language.ts';
import { formatCitationId } from '../../datasets/rules/citation-id.ts';
import { isTooBroad } from '../../datasets/rules/citation-nodes.ts';
import { displayCitation } from '../../datasets/rules/display-citation.ts';
import { resolveCitation } from '../../datasets/rules/resolve-citation.ts';
import { checkValidity } from '../../datasets/rules/validity.ts';
import type { PreparedDefect } from '../matching/prepare.ts';
import { type CitationContext, provisionsOf, type WrittenCitation } from '../matching/read-provisions.ts';
import { countShared } from '../matching/similarity.ts';
import type { ScoredCitation, Verdict } from './case-score.ts';

const writtenLimit = 200;

/** The first that a list or range holds stands for the whole. */
const gravestFirst: readonly Verdict[] = [
  'nonexistent',
  'unparsable',
  'unknownLaw',
  'unverifiable',
  'outdated',
  'valid',
];

export interface CitationCheck extends CitationContext {
  /** The case's application date, ISO. */
  date: string;
}

/**
 * What the rule catalogue and the matched defect say of each citation as written.
 * Repeats within a finding count once.
 */
export function scoreCitations(
  written: readonly WrittenCitation[],
  matched: PreparedDefect | undefined,
  check: CitationCheck,
): ScoredCitation[] {
  const seen = new Set<string>();
  return written.flatMap((entry) => {
    const ids = entry.citations.map((citation) =>
      formatCitationId(resolveCitation(citation, check.catalogue)),
    );
    const key = ids.length === 0 ? `unread:${entry.text}` : [...new Set(ids)].sort().join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    return [scoreWritten(entry, ids, matched, check)];
  });
}

function scoreWritten(
  entry: WrittenCitation,
  ids: string[],
  matched: PreparedDefect | undefined,
  check: CitationCheck,
): ScoredCitation {
  const verdicts = entry.citations.map((citation) => checkValidity(citation, check));
  const validity =
    gravestFirst.find((verdict) => verdicts.some((each) => each.verdict === verdict)) ?? 'unparsable';
  const hint = verdicts.find((each) => each.verdict === validity)?.hint;
  const language: Language = 'da';
  return {
    written: entry.text.slice(0, writtenLimit),
    ids,
    display: entry.citations
      .map((citation) => displayCitation(citation, check.catalogue, language))
      .join('; '),
    validity,
    ...(hint === undefined ? {} : { hint }),
    ...(matched === undefined ? {} : { accepted: acceptanceOf(entry, matched, check) }),
    tooBroad: entry.citations.some(isTooBroad),
  };
}

function acceptanceOf(
  entry: WrittenCitation,
  matched: PreparedDefect,
  context: CitationContext,
): NonNullable<ScoredCitation['accepted']> {
  const provisions = provisionsOf([entry], context);
  if (matched.sets.some((set) => countShared(provisions.exact, set.exact) > 0)) return 'exact';
  return matched.sets.some((set) => countShared(provisions.hierarchical, set.hierarchical) > 0)
    ? 'partly'
    : 'no';
}

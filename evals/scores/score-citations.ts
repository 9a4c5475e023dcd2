import { checkValidity, type Validity } from '../../datasets/rules/validity.ts';
import type { PreparedDefect } from '../matching/prepare.ts';
import type { Provision, WrittenCitation } from '../matching/provision-reader.ts';
import { type CitationContext, provisionsOf } from '../matching/read-provisions.ts';
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
    const ids = entry.provisions.map(({ id }) => id);
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
  const verdicts = entry.provisions.map((provision) => validityOf(provision, check));
  const validity =
    gravestFirst.find((verdict) => verdicts.some((each) => each.verdict === verdict)) ?? 'unparsable';
  const hint = verdicts.find((each) => each.verdict === validity)?.hint;
  return {
    written: entry.text.slice(0, writtenLimit),
    ids,
    display: entry.provisions.map(({ display }) => display).join('; '),
    validity,
    ...(hint === undefined ? {} : { hint }),
    ...(matched === undefined ? {} : { accepted: acceptanceOf(entry, matched) }),
    tooBroad: entry.provisions.some(({ tooBroad }) => tooBroad),
  };
}

/** The last verdict on each provision that no local plan decides, and the date it holds for. */
const lastVerdicts = new WeakMap<Provision, { date: string; validity: Validity }>();

/** Provisions are shared by all that cite them, and most cases of a data set are of few dates. */
function validityOf(provision: Provision, check: CitationCheck): Validity {
  const { citation } = provision;
  if (citation.law === null || citation.law.startsWith('lokalplan')) return checkValidity(citation, check);
  const last = lastVerdicts.get(provision);
  if (last?.date === check.date) return last.validity;
  const validity = checkValidity(citation, check);
  lastVerdicts.set(provision, { date: check.date, validity });
  return validity;
}

function acceptanceOf(
  entry: WrittenCitation,
  matched: PreparedDefect,
): NonNullable<ScoredCitation['accepted']> {
  const provisions = provisionsOf([entry]);
  if (matched.sets.some((set) => countShared(provisions.exact, set.exact) > 0)) return 'exact';
  return matched.sets.some((set) => countShared(provisions.hierarchical, set.hierarchical) > 0)
    ? 'partly'
    : 'no';
}

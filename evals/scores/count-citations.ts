import type { CaseMatch } from '../matching/match-case.ts';
import type { PreparedDefect, PreparedFinding } from '../matching/prepare.ts';
import { countShared } from '../matching/similarity.ts';
import type { CitationCounts, SetCounts } from './case-score.ts';

export const citationLevels = ['exact', 'paragraph', 'hierarchical'] as const;
type Level = (typeof citationLevels)[number];

/**
 * Citations of one case. `givenMatch`: true positives against their defects' accepted sets.
 * `overall`: unmatched findings' citations are false besides, unmatched required defects' primary sets are missed.
 * Findings matched to don't-care defects are left out of both.
 */
export function countCitations(
  match: CaseMatch,
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): { givenMatch: CitationCounts; overall: CitationCounts } {
  const givenMatch = emptyCitationCounts();
  const matchedFindings = new Set<number>();
  const matchedDefects = new Set<number>();
  for (const pair of match.pairs) {
    matchedFindings.add(pair.finding);
    matchedDefects.add(pair.defect);
    const defect = defects[pair.defect]!;
    if (defect.defect.role !== 'required') continue;
    for (const level of citationLevels) {
      addTo(givenMatch[level], countAgainstSets(findings[pair.finding]!.provisions[level], defect, level));
    }
  }
  const overall = {
    exact: { ...givenMatch.exact },
    paragraph: { ...givenMatch.paragraph },
    hierarchical: { ...givenMatch.hierarchical },
  };
  findings.forEach((finding, index) => {
    if (matchedFindings.has(index)) return;
    for (const level of citationLevels) overall[level].cited += finding.provisions[level].size;
  });
  defects.forEach((defect, index) => {
    if (matchedDefects.has(index) || defect.defect.role !== 'required') return;
    for (const level of citationLevels) overall[level].gold += defect.sets[0]?.[level].size ?? 0;
  });
  return { givenMatch, overall };
}

export function emptySetCounts(): SetCounts {
  return { cited: 0, citedHits: 0, gold: 0, goldHits: 0 };
}

function emptyCitationCounts(): CitationCounts {
  return { exact: emptySetCounts(), paragraph: emptySetCounts(), hierarchical: emptySetCounts() };
}

/** Precision against the union of the accepted sets, recall against the set of which most was cited. */
function countAgainstSets(
  cited: ReadonlySet<string>,
  { sets, union }: PreparedDefect,
  level: Level,
): SetCounts {
  const best = sets.reduce<SetCounts>((leader, set, index) => {
    const candidate = {
      ...emptySetCounts(),
      gold: set[level].size,
      goldHits: countShared(cited, set[level]),
    };
    return index === 0 || recallOf(candidate) > recallOf(leader) ? candidate : leader;
  }, emptySetCounts());
  return { ...best, cited: cited.size, citedHits: countShared(cited, union[level]) };
}

function recallOf({ gold, goldHits }: SetCounts): number {
  return gold === 0 ? 0 : goldHits / gold;
}

function addTo(sum: SetCounts, part: SetCounts): void {
  sum.cited += part.cited;
  sum.citedHits += part.citedHits;
  sum.gold += part.gold;
  sum.goldHits += part.goldHits;
}

import type { CaseScore, MatchCounts, RepeatScore } from './case-score.ts';
import type { ScoredCase } from './scored-case.ts';
import { addCount, addRates, type Counts, ratesKeys } from './tally.ts';

/** A finding without a code, or with one that the taxonomy does not know. */
const noGroup = 'none';

/**
 * The case's counts by case type, group, document type, severity and role.
 * A group credits only hits in that group: a match across groups is a miss in one and false in the other.
 */
export function countSlices(
  counts: Counts,
  score: CaseScore,
  repeat: RepeatScore,
  headline: MatchCounts,
): void {
  const { truePositives, falsePositives, falseNegatives } = headline;
  addRates(counts, `caseType:${score.caseType}`, truePositives, falsePositives, falseNegatives);
  for (const [group, each] of countByGroup(repeat)) {
    addRates(counts, `group:${group}`, each.truePositives, each.falsePositives, each.falseNegatives);
  }
  countDefects(counts, repeat);
  for (const finding of repeat.findings) {
    if (finding.verdict === 'neutral') continue;
    for (const type of finding.documentTypes) {
      addCount(
        counts,
        ratesKeys(`documentType:${type}`).precision,
        Number(finding.verdict === 'truePositive'),
        1,
      );
    }
  }
}

/**
 * The case's counts by municipality. A variant counts in none: it may bear the name of one that is made up, and of its
 * original's it says no more than the original does.
 */
export function countMunicipality(
  counts: Counts,
  { score, transformOf }: ScoredCase,
  headline: (repeat: RepeatScore) => MatchCounts,
): void {
  if (transformOf !== undefined) return;
  for (const repeat of score.repeats) {
    const { truePositives, falsePositives, falseNegatives } = headline(repeat);
    addRates(counts, `municipality:${score.municipality}`, truePositives, falsePositives, falseNegatives);
  }
}

const roleKeys = { advisory: 'role:advisory.recall', contested: 'role:contested.recall' } as const;
const severityKeys = {
  critical: 'severity:critical.recall',
  major: 'severity:major.recall',
  minor: 'severity:minor.recall',
} as const;

function countDefects(counts: Counts, repeat: RepeatScore): void {
  for (const defect of repeat.defects) {
    const found = Number(defect.findingId !== undefined);
    if (defect.role !== 'required') {
      addCount(counts, roleKeys[defect.role], found, 1);
      continue;
    }
    addCount(counts, severityKeys[defect.severity], found, 1);
    for (const type of defect.documentTypes)
      addCount(counts, ratesKeys(`documentType:${type}`).recall, found, 1);
  }
}

type GroupCounts = Pick<MatchCounts, 'truePositives' | 'falsePositives' | 'falseNegatives'>;

/** True and false positives by the finding's group, misses by the defect's. */
export function countByGroup(repeat: RepeatScore): Map<string, GroupCounts> {
  const groups = new Map<string, GroupCounts>();
  const of = (group: string | null): GroupCounts => {
    const key = group ?? noGroup;
    let counts = groups.get(key);
    if (counts === undefined) {
      counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };
      groups.set(key, counts);
    }
    return counts;
  };
  const groupOfDefect = new Map(repeat.defects.map((defect) => [defect.defectId, defect.group]));
  const hits = new Set<string>();
  for (const finding of repeat.findings) {
    if (finding.verdict === 'neutral') continue;
    const inGroup = finding.defectId !== undefined && groupOfDefect.get(finding.defectId) === finding.group;
    if (inGroup && finding.defectId !== undefined) {
      of(finding.group).truePositives += 1;
      hits.add(finding.defectId);
    } else of(finding.group).falsePositives += 1;
  }
  for (const defect of repeat.defects) {
    if (defect.role === 'required' && !hits.has(defect.defectId)) of(defect.group).falseNegatives += 1;
  }
  return groups;
}

import type { CaseMatch } from '../matching/match-case.ts';
import type { PreparedDefect, PreparedFinding } from '../matching/prepare.ts';
import type { MatchCounts, RepeatScore } from './case-score.ts';

/** TP, FP, FN of one case. Findings matched to advisory or contested defects count neither way. */
export function countMatches(
  match: CaseMatch,
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): MatchCounts {
  const required = defects.filter(({ defect }) => defect.role === 'required').length;
  const truePositives = match.pairs.filter((pair) => defects[pair.defect]!.defect.role === 'required').length;
  return {
    truePositives,
    falsePositives: findings.length - match.pairs.length,
    falseNegatives: required - truePositives,
    neutral: match.pairs.length - truePositives,
    duplicates: match.duplicates.size,
  };
}

/** Distinct codes of the case: required ones are sought, codes of don't-care defects are left out. */
export function countCodeSet(
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): RepeatScore['codeSet'] {
  const required = new Set<string>();
  const known = new Set<string>();
  for (const { defect } of defects) {
    known.add(defect.code);
    if (defect.role === 'required') required.add(defect.code);
  }
  const reported = new Set(findings.flatMap(({ finding }) => finding.code ?? []));
  const truePositives = [...reported].filter((code) => required.has(code)).length;
  const falsePositives = [...reported].filter((code) => !known.has(code)).length;
  return { truePositives, falsePositives, falseNegatives: required.size - truePositives };
}

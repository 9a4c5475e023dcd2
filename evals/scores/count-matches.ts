import type { CaseMatch } from '../matching/match-case.ts';
import type { PreparedDefect, PreparedFinding } from '../matching/prepare.ts';
import type { MatchCounts, RepeatScore } from './case-score.ts';

/** TP, FP, FN of one case. Findings matched to advisory or contested defects count neither way. */
export function countMatches(
  match: CaseMatch,
  findings: readonly PreparedFinding[],
  defects: readonly PreparedDefect[],
): MatchCounts {
  let required = 0;
  for (const { defect } of defects) if (defect.role === 'required') required += 1;
  let truePositives = 0;
  for (const pair of match.pairs) if (defects[pair.defect]!.defect.role === 'required') truePositives += 1;
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
  const reported = new Set<string>();
  for (const { finding } of findings) if (finding.code !== undefined) reported.add(finding.code);
  let [truePositives, falsePositives] = [0, 0];
  for (const code of reported) {
    if (required.has(code)) truePositives += 1;
    else if (!known.has(code)) falsePositives += 1;
  }
  return { truePositives, falsePositives, falseNegatives: required.size - truePositives };
}

import type { Case } from '../../datasets/case.ts';
import type { Judged, JudgedFinding } from '../../datasets/judged.ts';
import type { Label } from '../../datasets/label.ts';
import { type MatchingContext, type PreparedFinding, prepareFinding } from '../matching/prepare.ts';
import { sayTheSame } from './merge-findings.ts';

/** Findings of a case less those that say the same as one that people judged before. */
export function withoutKnown(
  findings: readonly PreparedFinding[],
  judged: readonly Judged[],
  caseShown: Case,
  gold: Label,
  context: Omit<MatchingContext, 'localRules'>,
): PreparedFinding[] {
  const matching = { ...context, localRules: caseShown.localRules };
  const known = judged
    .filter(({ duplicateOf }) => duplicateOf === undefined || hasDefect(gold, duplicateOf))
    .flatMap((each) => each.findings)
    .map((finding) => prepareFinding({ findingId: 'judged', ...finding }, matching));
  return findings.filter((finding) => !known.some((other) => sayTheSame(finding, other)));
}

function hasDefect({ defects }: Label, id: string): boolean {
  return defects.some(({ defectId }) => defectId === id);
}

/** A finding as it is kept: nothing of it tells the model. */
export function toJudgedFinding({ finding }: PreparedFinding): JudgedFinding {
  const { text, code, citations, evidence } = finding;
  return { text, ...(code === undefined ? {} : { code }), citations, evidence };
}

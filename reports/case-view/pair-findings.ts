import type { FindingScore, RepeatScore } from '../../evals/scores/case-score.ts';
import type { Finding } from '../../evals/screening/screening.ts';
import { anchor } from '../render/anchor.ts';
import type { CaseAnswer } from './case-material.ts';

export interface ScoredFinding {
  /** Unique on the page, also where a vendor gives two findings the same id. */
  anchorId: string;
  finding: Finding;
  /** Absent where the answer was not scored. */
  score?: FindingScore;
}

/** The score of the run shown in a case's view. */
export function shownScore(answer: CaseAnswer): RepeatScore | undefined {
  return (
    answer.score.repeats.find(({ repeat }) => repeat === answer.screening.repeat) ?? answer.score.repeats[0]
  );
}

/** The findings of an answer beside what became of them, true ones first, each with its anchor. */
export function pairFindings({ modelId, screening, score, ...answer }: CaseAnswer): ScoredFinding[] {
  const scores = Map.groupBy(
    shownScore({ modelId, screening, score, ...answer })?.findings ?? [],
    (one) => one.findingId,
  );
  const seen = new Map<string, number>();
  const paired = screening.findings.map((finding): ScoredFinding => {
    const again = seen.get(finding.findingId) ?? 0;
    seen.set(finding.findingId, again + 1);
    const anchorId =
      anchor.finding(screening.caseId, modelId, finding.findingId) + (again === 0 ? '' : `/${again + 1}`);
    const scored = scores.get(finding.findingId)?.[again];
    return scored === undefined ? { anchorId, finding } : { anchorId, finding, score: scored };
  });
  const order = { truePositive: 0, neutral: 1, falsePositive: 2 };
  const place = ({ score: scored }: ScoredFinding) => (scored === undefined ? 3 : order[scored.verdict]);
  return paired.toSorted((a, b) => place(a) - place(b));
}

import type { CaseScore, RepeatScore } from './case-score.ts';
import { addCount, type Counts } from './tally.ts';

/** What one family adds to a model's figures: sums over its cases and their repeats, whole numbers. */
export interface FamilySums {
  family: string;
  counts: Counts;
  /** Of findings that are not neutral, with their confidence, for the precision-recall curve. */
  ranked: { confidence: number | null; hit: boolean }[];
  required: number;
  findings: number;
  duplicates: number;
  /** Cases times repeats. */
  answers: number;
}

/** A case's sums over its repeats; `required` counts once a repeat too, so that ratios are means. */
export function sumCase(
  score: CaseScore,
  counts: Counts,
  duplicatesOf: (repeat: RepeatScore) => number,
): FamilySums {
  const { repeats } = score;
  const first = repeats[0]!;
  return {
    family: score.family ?? score.caseId,
    counts,
    ranked: repeats.flatMap((repeat) =>
      repeat.findings.flatMap((finding) =>
        finding.verdict === 'neutral'
          ? []
          : [{ confidence: finding.confidence ?? null, hit: finding.verdict === 'truePositive' }],
      ),
    ),
    required: repeats.length * first.defects.filter((defect) => defect.role === 'required').length,
    findings: sum(repeats, (repeat) => repeat.findings.length),
    duplicates: sum(repeats, duplicatesOf),
    answers: repeats.length,
  };
}

/** Takes a further case into its family. */
export function mergeSums(into: FamilySums, more: FamilySums): void {
  for (const [key, { successes, items }] of more.counts) addCount(into.counts, key, successes, items);
  into.ranked.push(...more.ranked);
  into.required += more.required;
  into.findings += more.findings;
  into.duplicates += more.duplicates;
  into.answers += more.answers;
}

function sum(repeats: readonly RepeatScore[], of: (repeat: RepeatScore) => number): number {
  return repeats.reduce((total, repeat) => total + of(repeat), 0);
}

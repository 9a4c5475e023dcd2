import type { CaseScore, RepeatScore } from './case-score.ts';
import { addCount, type Counts } from './tally.ts';

/** What one family adds to a model's figures: sums over its cases, each a mean over repeats. */
export interface FamilySums {
  family: string;
  counts: Counts;
  /** Of findings that are not neutral, with their confidence, for the precision-recall curve. */
  ranked: { confidence: number | null; hit: boolean }[];
  /** Of `ranked`, a mean over repeats. */
  rankedItems: number;
  required: number;
  findings: number;
  duplicates: number;
  cases: number;
}

/** A case's sums. The ranked findings are those of all repeats, and `required` counts each repeat, so that ratios are means. */
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
    rankedItems: mean(
      repeats,
      (repeat) => repeat.findings.filter((finding) => finding.verdict !== 'neutral').length,
    ),
    required: repeats.length * first.defects.filter((defect) => defect.role === 'required').length,
    findings: mean(repeats, (repeat) => repeat.findings.length),
    duplicates: mean(repeats, duplicatesOf),
    cases: 1,
  };
}

/** Takes a further case into its family. */
export function mergeSums(into: FamilySums, more: FamilySums): void {
  for (const [key, { successes, items }] of more.counts) addCount(into.counts, key, successes, items);
  into.ranked.push(...more.ranked);
  into.rankedItems += more.rankedItems;
  into.required += more.required;
  into.findings += more.findings;
  into.duplicates += more.duplicates;
  into.cases += more.cases;
}

function mean(repeats: readonly RepeatScore[], of: (repeat: RepeatScore) => number): number {
  return repeats.reduce((sum, repeat) => sum + of(repeat), 0) / repeats.length;
}

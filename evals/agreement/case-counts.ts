import type { Policy } from '../matching/policy.ts';
import type { CaseScore } from '../scores/case-score.ts';

/** What the figures against a consensus are computed from. */
export interface CaseCounts {
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
  /** Provisions with their ancestors, overall scope. */
  cited: number;
  citedHits: number;
  gold: number;
  goldHits: number;
  /** Answers to a case without a required defect, and those of them that did not pass it. */
  clean: number;
  notPassed: number;
}

export function noCounts(): CaseCounts {
  return {
    truePositives: 0,
    falsePositives: 0,
    falseNegatives: 0,
    cited: 0,
    citedHits: 0,
    gold: 0,
    goldHits: 0,
    clean: 0,
    notPassed: 0,
  };
}

/** The counts of a scored case, summed over its repeats: whole numbers. */
export function countScore(score: CaseScore, policy: Policy): CaseCounts {
  const counts = noCounts();
  for (const repeat of score.repeats) {
    const { truePositives, falsePositives, falseNegatives } = repeat.policies[policy]!;
    const { cited, citedHits, gold, goldHits } = repeat.citations.overall.hierarchical;
    const clean = Number(score.complete);
    const passed = Number(score.complete && repeat.status === 'answered' && falsePositives === 0);
    const more = { truePositives, falsePositives, falseNegatives, cited, citedHits, gold, goldHits };
    addCounts(counts, { ...more, clean, notPassed: clean - passed });
  }
  return counts;
}

/** Adds `more`, so many times over, to `sum`. */
export function addCounts(sum: CaseCounts, more: CaseCounts, times = 1): void {
  for (const key of Object.keys(sum) as (keyof CaseCounts)[]) sum[key] += times * more[key];
}

/** Sums over so many scores become means. */
export function toMeans(sum: CaseCounts, scores: number): CaseCounts {
  const means = noCounts();
  for (const key of Object.keys(sum) as (keyof CaseCounts)[]) means[key] = sum[key] / scores;
  return means;
}

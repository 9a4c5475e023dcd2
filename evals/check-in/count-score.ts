import type { Policy } from '../matching/policy.ts';
import { boardMeasures } from '../scores/board-measure.ts';
import type { CaseScore } from '../scores/case-score.ts';
import { countCase } from '../scores/count-case.ts';
import { CountKeys, Counts } from '../scores/tally.ts';
import type { FamilyCounts } from '../statistics/family-counts.ts';
import { type CheckInMeasure, checkInMeasures } from './change-parts.ts';

const keys = new CountKeys();

/** What a case adds to each measure, summed over its repeats. */
export function countScore(score: CaseScore, policy: Policy): Record<CheckInMeasure, FamilyCounts> {
  const counts = new Counts(keys);
  countCase(counts, score, (repeat) => repeat.policies[policy]!);
  return Object.fromEntries(
    checkInMeasures.map((id) => {
      const measure = boardMeasures[id];
      const { successes, items } = counts.get(measure.key);
      return [id, measure.toCounts(successes, items)];
    }),
  ) as Record<CheckInMeasure, FamilyCounts>;
}

/** The unit of sampling that a case belongs to. */
export function familyOf({ family, caseId }: Pick<CaseScore, 'family' | 'caseId'>): string {
  return family ?? caseId;
}

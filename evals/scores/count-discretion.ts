import type { RepeatScore } from './case-score.ts';
import { addCount, addRates, type Counts } from './tally.ts';

/**
 * Whether the model saw that a person must judge. `discretion.precision/.recall/.jaccard`: of the mark
 * `needsJudgement` over true positives, against their defects' `discretionary`; recall is the share of the
 * discretionary defects found that the model itself marked. `discretion.wronglyMarked`: of the other
 * findings (true positives on defects without discretion, false positives) the share marked.
 * Findings matched to don't-care defects count neither way.
 */
export function countDiscretion(counts: Counts, repeat: RepeatScore): void {
  const discretionary = new Set(
    repeat.defects.flatMap((defect) => (defect.discretionary ? defect.defectId : [])),
  );
  for (const { verdict, defectId, needsJudgement } of repeat.findings) {
    if (verdict === 'neutral') continue;
    const marked = needsJudgement === true;
    const rightly = verdict === 'truePositive' && defectId !== undefined && discretionary.has(defectId);
    if (verdict === 'truePositive') {
      addRates(
        counts,
        'discretion',
        Number(marked && rightly),
        Number(marked && !rightly),
        Number(!marked && rightly),
      );
    }
    if (!rightly) addCount(counts, 'discretion.wronglyMarked', Number(marked), 1);
  }
}

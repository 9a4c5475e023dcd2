import type { Annotation } from '../../datasets/label.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { AlphaMetric } from '../statistics/krippendorff-alpha.ts';

/** Distinct codes, sorted. */
export type CodeSet = readonly string[];

/** The codes that a caseworker named in a case, in whatever role and however often. */
export function codeSetOf({ defects }: Pick<Annotation, 'defects'>): CodeSet {
  return [...new Set(defects.map(({ code }) => code))].sort(compareText);
}

/**
 * Sets of codes under Jaccard's distance 1 − |A∩B|/|A∪B|; two empty sets agree (distance 0).
 * @source Jaccard, P. (1912), The distribution of the flora in the alpine zone, New Phytologist 11, 37–50.
 */
export const codeSetMetric: AlphaMetric<CodeSet> = {
  keyOf: (codes) => JSON.stringify(codes),
  distance(a, b) {
    let shared = 0;
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const order = compareText(a[i]!, b[j]!);
      if (order === 0) shared += 1;
      if (order <= 0) i += 1;
      if (order >= 0) j += 1;
    }
    const union = a.length + b.length - shared;
    return union === 0 ? 0 : 1 - shared / union;
  },
};

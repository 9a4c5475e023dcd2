/** Bins of a reliability diagram, unless there are fewer distinct confidences. */
const BINS = 10;

/** How many bins there are for so many distinct confidences. */
export function countBins(distinct: number): number {
  return Math.min(BINS, distinct);
}

/**
 * The bin of all findings with one confidence, from 0 for the lowest. Sorted by confidence, the findings
 * are cut into bins of equal mass; a confidence goes whole to the bin in which the middle of its findings
 * lies: floor(bins·(before + own/2)/findings). So equal confidences are never split, and a confidence that
 * many findings share may leave bins beside it empty.
 * @param before findings with a lower confidence
 * @param own findings with this one, above 0
 */
export function binOf(before: number, own: number, findings: number, bins: number): number {
  return Math.floor((bins * (2 * before + own)) / (2 * findings));
}

/**
 * F-beta from counts; null for 0/0. beta = 1 is F1; beta = 2 weighs recall twice as much as precision.
 * @source van Rijsbergen, C. J. (1979), Information Retrieval, 2nd ed.
 */
export function computeF(beta: number, tp: number, fp: number, fn: number): number | null {
  const weight = beta * beta;
  const items = (1 + weight) * tp + weight * fn + fp;
  return items === 0 ? null : ((1 + weight) * tp) / items;
}

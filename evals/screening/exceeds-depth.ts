/** Lists and objects within one another, at most, in an answer. */
export const answerDepth = 32;

/** Whether lists and objects lie within one another more than so often. */
export function exceedsDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === 0 || Object.values(value).some((inner) => exceedsDepth(inner, depth - 1));
}

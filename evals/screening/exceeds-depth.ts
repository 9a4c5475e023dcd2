/** Lists and objects within one another, at most, in an answer. */
export const answerDepth = 32;

/** Whether lists and objects lie within one another more than so often. */
export function exceedsDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  for (const key in value) {
    if (exceedsDepth((value as Record<string, unknown>)[key], depth - 1)) return true;
  }
  return false;
}

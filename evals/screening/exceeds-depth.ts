/** Lists and objects within one another, at most, in an answer. */
export const answerDepth = 32;

/** Whether lists and objects lie within one another more than so often. */
export function exceedsDepth(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (depth === 0) return true;
  // An answer is a list of lists: walked by index, it takes a third of the time that its keys would.
  if (Array.isArray(value)) return value.some((each) => exceedsDepth(each, depth - 1));
  return Object.values(value).some((each) => exceedsDepth(each, depth - 1));
}

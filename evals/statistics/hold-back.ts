import { compareText } from './compare-text.ts';
import { MIN_CASES } from './interval.ts';

/** A group whose figures may be shown; groups share nothing that is counted. */
export interface Group {
  id: string;
  /** That count in its figures; none may, though the group has some. */
  cases: number;
}

export type HeldBack = 'fewCases' | 'protects';

/**
 * Which groups are not shown, beside a total that is: those under {@link MIN_CASES} cases; and where what is hidden could
 * be had by subtraction from the total, because it is one group or too few cases in all, the next smallest too.
 */
export function holdBack(groups: readonly Group[]): Map<string, HeldBack> {
  const ordered = groups.toSorted((a, b) => a.cases - b.cases || compareText(a.id, b.id));
  const few = ordered.filter(({ cases }) => cases < MIN_CASES);
  const held = new Map<string, HeldBack>(few.map(({ id }) => [id, 'fewCases']));
  if (held.size === 0) return held;
  let cases = few.reduce((total, group) => total + group.cases, 0);
  for (const group of ordered.slice(few.length)) {
    if (isEnough(held.size, cases)) break;
    held.set(group.id, 'protects');
    cases += group.cases;
  }
  return held;
}

/** Whether what is hidden, if anything is, cannot be had from the total less what is shown. */
export function isCovered(groups: readonly Group[], held: ReadonlyMap<string, HeldBack>): boolean {
  const hidden = groups.filter(({ id }) => held.has(id));
  const cases = hidden.reduce((total, group) => total + group.cases, 0);
  return hidden.length === 0 || isEnough(hidden.length, cases);
}

function isEnough(groups: number, cases: number): boolean {
  return groups > 1 && cases >= MIN_CASES;
}

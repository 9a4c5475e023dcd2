import { compareText } from './compare-text.ts';
import { MIN_CASES } from './interval.ts';

/** A group whose figures may be shown; groups share nothing that is counted. */
export interface Group {
  id: string;
  cases: number;
}

export type HeldBack = 'fewCases' | 'protects';

/**
 * Which groups are not shown, beside a total that is: those under {@link MIN_CASES} cases; and where what is hidden could
 * be had by subtraction from the total, because it is one group or too few cases in all, the next smallest too.
 * Groups without cases hide nothing and are left out.
 */
export function holdBack(groups: readonly Group[]): Map<string, HeldBack> {
  const ordered = groups
    .filter(({ cases }) => cases > 0)
    .toSorted((a, b) => a.cases - b.cases || compareText(a.id, b.id));
  const few = ordered.filter(({ cases }) => cases < MIN_CASES);
  const held = new Map<string, HeldBack>(few.map(({ id }) => [id, 'fewCases']));
  if (held.size === 0) return held;
  let cases = few.reduce((total, group) => total + group.cases, 0);
  for (const group of ordered.slice(few.length)) {
    if (held.size > 1 && cases >= MIN_CASES) break;
    held.set(group.id, 'protects');
    cases += group.cases;
  }
  return held;
}

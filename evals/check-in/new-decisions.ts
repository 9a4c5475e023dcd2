import { canonicalHash } from '../canonical-hash.ts';
import { compareText } from '../statistics/compare-text.ts';
import type { CheckIn } from './check-in.ts';
import type { Decision } from './decision.ts';
import { lastDayOf } from './month.ts';

/**
 * Decisions up to the month's end that no earlier check-in showed, by date: a decision of the last meeting is new at
 * this one, whenever in the month the two were held.
 */
export function findNewDecisions(
  decisions: readonly Decision[],
  month: string,
  earlier: readonly CheckIn[],
): Pick<CheckIn, 'decisions' | 'shown' | 'until'> {
  const until = lastDayOf(month);
  const known = new Set(earlier.flatMap(({ shown }) => shown));
  const fresh = new Map<string, Decision>();
  for (const decision of decisions) {
    const hash = canonicalHash(decision);
    if (decision.date <= until && !known.has(hash)) fresh.set(hash, decision);
  }
  return {
    decisions: [...fresh]
      .sort(([a, x], [b, y]) => compareText(x.date, y.date) || compareText(a, b))
      .map(([, decision]) => decision),
    shown: [...fresh.keys()].sort(),
    until,
  };
}

import type { FamilyCounts } from '../statistics/family-counts.ts';

/** A family's counts by what they are summed over: which month's cases, and by whose labels and scorer. */
export interface FamilyChange {
  /** Last month's answers and score, all its cases. */
  before: FamilyCounts;
  /** The same, the common cases only. */
  beforeCommon: FamilyCounts;
  /** Last month's answers to the common cases by today's labels and scorer. */
  rescored: FamilyCounts;
  /** This month's answers to the common cases. */
  nowCommon: FamilyCounts;
  /** This month's answers to all its cases. */
  now: FamilyCounts;
}
export type ChangeSide = keyof FamilyChange;

/** One model's counts for one measure, gathered case by case. Sums over the repeats. */
export class FamilyChanges {
  readonly #families = new Map<string, FamilyChange>();

  add(family: string, side: ChangeSide, { numerator, denominator }: FamilyCounts): void {
    let sums = this.#families.get(family);
    if (sums === undefined) {
      sums = {
        before: none(),
        beforeCommon: none(),
        rescored: none(),
        nowCommon: none(),
        now: none(),
      };
      this.#families.set(family, sums);
    }
    sums[side].numerator += numerator;
    sums[side].denominator += denominator;
  }

  /** Sorted by family. */
  all(): FamilyChange[] {
    return [...this.#families].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sums]) => sums);
  }
}

function none(): FamilyCounts {
  return { numerator: 0, denominator: 0 };
}

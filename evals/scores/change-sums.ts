import { compareText } from '../statistics/compare-text.ts';
import type { Figure } from '../statistics/interval.ts';
import { computeF1Change, type HitCounts } from './f1-change.ts';

/** Hits in changed cases and in their originals, by family: what a change in F1 is computed from. */
export class ChangeSums {
  readonly #families = new Map<string, { variants: HitCounts; originals: HitCounts }>();
  #pairs = 0;

  /** Changed cases added. */
  get pairs(): number {
    return this.#pairs;
  }

  /** Adds a changed case and its original, repeat by repeat. */
  add(family: string, variant: readonly HitCounts[], original: readonly HitCounts[]): void {
    this.#pairs += 1;
    let sums = this.#families.get(family);
    if (sums === undefined) {
      sums = { variants: { truePositives: 0, union: 0 }, originals: { truePositives: 0, union: 0 } };
      this.#families.set(family, sums);
    }
    for (const repeat of variant) addTo(sums.variants, repeat);
    for (const repeat of original) addTo(sums.originals, repeat);
  }

  /**
   * F1 over the changed cases less F1 over their originals, each original counted once for each of its
   * variants. `items`: changed cases. For the interval see `computeF1Change`.
   */
  change(repeats: number): Figure {
    const families = [...this.#families].sort(([a], [b]) => compareText(a, b)).map(([, sums]) => sums);
    return computeF1Change({
      after: families.map(({ variants }) => variants),
      before: families.map(({ originals }) => originals),
      repeats,
      items: this.#pairs,
    });
  }
}

function addTo(sums: HitCounts, { truePositives, union }: HitCounts): void {
  sums.truePositives += truePositives;
  sums.union += union;
}

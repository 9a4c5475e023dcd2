import type { PairCounter } from './pair-counter.ts';
import type { TypePairs } from './type-pairs.ts';

/** Sums of some deals of one type, by deal. */
export class DealBlock {
  readonly deals: number;
  readonly truePositives: Int32Array;
  readonly neutral: Int32Array;
  readonly reported: Int32Array;
  readonly #pairs: TypePairs;
  readonly #counter: PairCounter;
  /** The case whose answers the case at hand takes, and a list of findings in one of them. */
  readonly #answered: Int32Array;
  readonly #lists: Int32Array;
  readonly #allSingle: boolean;

  constructor(pairs: TypePairs, counter: PairCounter, deals: number) {
    this.#pairs = pairs;
    this.#counter = counter;
    this.deals = deals;
    this.truePositives = new Int32Array(deals);
    this.neutral = new Int32Array(deals);
    this.reported = new Int32Array(deals);
    this.#answered = new Int32Array(deals);
    this.#lists = new Int32Array(deals);
    this.#allSingle = pairs.starts.length - 1 === pairs.defects.length;
  }

  /** Takes the answers for the case at `place` of its family. @param from where the family's cards are */
  take(cards: Int32Array, from: number, place: number): void {
    const { starts } = this.#pairs;
    for (let deal = 0; deal < this.deals; deal += 1) {
      const other = cards[from + deal]!;
      this.#answered[deal] = this.#allSingle
        ? other
        : starts[other]! + (place % (starts[other + 1]! - starts[other]!));
    }
  }

  /** Adds how many findings those answers hold. */
  addReported(): void {
    for (let deal = 0; deal < this.deals; deal += 1) {
      this.reported[deal]! += this.#pairs.reported[this.#answered[deal]!]!;
    }
  }

  /** Adds the pairs that those answers make with a case. */
  addPairs(row: number): void {
    const { repeats, defects, findings, defectLists } = this.#pairs;
    if (defectLists.lengthOf(defects[row]!) === 0) return;
    this.#counter.select(defects[row]!);
    for (let repeat = 0; repeat < repeats; repeat += 1) {
      for (let deal = 0; deal < this.deals; deal += 1) {
        this.#lists[deal] = findings[this.#answered[deal]! * repeats + repeat]!;
      }
      this.#counter.addEach(this.#lists, this.truePositives, this.neutral);
    }
  }
}

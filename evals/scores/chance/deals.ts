import type { Random } from '../../statistics/random.ts';
import { neutralOf, truePositivesOf } from './match-count.ts';
import { PairCounter } from './pair-counter.ts';
import type { Sums } from './pair-sums.ts';
import type { TypePairs } from './type-pairs.ts';

/** Random deals of answers to cases, type by type, and the F1 that each of them reaches over all types. */
export class Deals {
  /** By deal, sums over the types so far. */
  readonly #truePositives: Float64Array;
  readonly #items: Float64Array;

  constructor(deals: number) {
    this.#truePositives = new Float64Array(deals);
    this.#items = new Float64Array(deals);
  }

  /**
   * Deals the answers of one type's families to its families, each family's to exactly one, its own allowed. A
   * family's cases take the answers to the dealt family's cases in turn, both in the order of their ids, from
   * the first again where those run out: where nothing moves, every case keeps its own.
   *
   * Where all families have one size, only those with a labelled defect need be dealt to: what the others get
   * is false, whosever it is. The draws depend on cases and labels alone, so that all models of a board are
   * dealt alike.
   */
  deal(pairs: TypePairs, random: Random): void {
    const { starts, repeats, defects, findings, reported } = pairs;
    const counter = new PairCounter(pairs.wanted, pairs.findingLists);
    const deck = Int32Array.from(pairs.families.keys());
    const sameSize = deck.every((family) => starts[family + 1]! - starts[family]! === starts[1]!);
    const dealt = deck.filter((family) => !sameSize || isLabelled(pairs, family));
    const fixedItems = repeats * sumOf(pairs.required) + (sameSize ? sumOf(reported) : 0);

    for (let deal = 0; deal < this.#items.length; deal += 1) {
      let truePositives = 0;
      let items = fixedItems;
      for (let at = 0; at < dealt.length; at += 1) {
        const family = dealt[at]!;
        const from = starts[family]!;
        const end = starts[family + 1]!;
        const other = draw(deck, at, random);
        const otherFrom = starts[other]!;
        const otherSize = starts[other + 1]! - otherFrom;
        for (let row = from; row < end; row += 1) {
          const answered = otherFrom + ((row - from) % otherSize);
          if (!sameSize) items += reported[answered]!;
          for (let answer = answered * repeats; answer < (answered + 1) * repeats; answer += 1) {
            const count = counter.count(defects[row]!, findings[answer]!);
            truePositives += truePositivesOf(count);
            items -= neutralOf(count);
          }
        }
      }
      this.#truePositives[deal]! += truePositives;
      this.#items[deal]! += items;
    }
  }

  /**
   * The share of deals that reach at least the observed F1, the observed one counted in: p = (1 + b)/(1 + R).
   * F1s are compared as fractions of whole numbers, so ties are exact; a deal whose F1 is 0/0 counts as a tie.
   * @param observed items above 0
   * @source Phipson, B. & Smyth, G. K. (2010), Permutation p-values should never be zero, Statistical
   *   Applications in Genetics and Molecular Biology 9(1), 39.
   */
  computeP(observed: Sums): number {
    let reached = 0;
    for (const [deal, truePositives] of this.#truePositives.entries()) {
      if (truePositives * observed.items >= observed.truePositives * this.#items[deal]!) reached += 1;
    }
    return (1 + reached) / (1 + this.#items.length);
  }
}

/** One step of a shuffle: the deck's entries from `at` on are those not drawn yet. */
function draw(deck: Int32Array, at: number, random: Random): number {
  const drawn = at + random.below(deck.length - at);
  const entry = deck[drawn]!;
  deck[drawn] = deck[at]!;
  deck[at] = entry;
  return entry;
}

function isLabelled({ starts, labelled }: TypePairs, family: number): boolean {
  return labelled.subarray(starts[family]!, starts[family + 1]!).includes(1);
}

function sumOf(numbers: Int32Array): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

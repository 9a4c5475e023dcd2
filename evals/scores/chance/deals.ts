import type { Random } from '../../statistics/random.ts';
import { DealBlock } from './deal-block.ts';
import { PairCounter } from './pair-counter.ts';
import type { Sums } from './pair-sums.ts';
import type { TypePairs } from './type-pairs.ts';

/** Cards held at once, 64 MB: a case is looked at with as many deals as these are enough for. */
const MOST_CARDS = 2 ** 24;

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
    const { starts } = pairs;
    const deck = Int32Array.from(pairs.families.keys());
    const sameSize = deck.every((family) => starts[family + 1]! - starts[family]! === starts[1]!);
    const receivers = deck.filter((family) => !sameSize || isLabelled(pairs, family));
    const fixedItems = pairs.repeats * sumOf(pairs.required) + (sameSize ? sumOf(pairs.reported) : 0);
    for (const deal of this.#items.keys()) this.#items[deal]! += fixedItems;

    const counter = new PairCounter(pairs.graph, pairs.defectLists, pairs.findingLists);
    const deals = this.#items.length;
    const inBlock = Math.max(1, Math.min(deals, Math.floor(MOST_CARDS / Math.max(1, receivers.length))));
    const cards = new Int32Array(receivers.length * inBlock);
    for (let first = 0; first < deals; first += inBlock) {
      const block = new DealBlock(pairs, counter, Math.min(inBlock, deals - first));
      for (let deal = 0; deal < block.deals; deal += 1) {
        for (let at = 0; at < receivers.length; at += 1) cards[at * inBlock + deal] = draw(deck, at, random);
      }
      for (let at = 0; at < receivers.length; at += 1) {
        const family = receivers[at]!;
        for (let row = starts[family]!; row < starts[family + 1]!; row += 1) {
          block.take(cards, at * inBlock, row - starts[family]!);
          if (!sameSize) block.addReported();
          block.addPairs(row);
        }
      }
      for (let deal = 0; deal < block.deals; deal += 1) {
        this.#truePositives[first + deal]! += block.truePositives[deal]!;
        this.#items[first + deal]! += block.reported[deal]! - block.neutral[deal]!;
      }
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

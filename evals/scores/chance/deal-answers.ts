import type { Random } from '../../statistics/random.ts';
import { neutralOf, PairCounter, truePositivesOf } from './pair-counter.ts';
import type { SumsByFamily } from './pair-sums.ts';
import type { TypePairs } from './type-pairs.ts';

/**
 * Deals the answers of one type's families to its families at random, each family's to exactly one, its own
 * allowed, and adds what each deal reaches to `totals` (an entry a deal). A family's cases take the answers to
 * the dealt family's cases in turn, both in the order of their ids, from the first again where those run out:
 * where nothing moves, every case keeps its own.
 *
 * Where all families have one size, only those with a labelled defect need be dealt to: what the others get is
 * false, whosever it is. The draws depend on cases and labels alone: all models of a board are dealt alike.
 */
export function dealAnswers(pairs: TypePairs, random: Random, totals: SumsByFamily): void {
  const { starts, repeats, defects, findings, reported } = pairs;
  const counter = new PairCounter(pairs.graph, pairs.defectLists, pairs.findingLists);
  const deck = Int32Array.from(pairs.families.keys());
  const sameSize = deck.every((family) => starts[family + 1]! - starts[family]! === starts[1]!);
  const dealt = deck.filter((family) => !sameSize || isLabelled(pairs, family));
  const sought = repeats * sumOf(pairs.required);
  const fixedItems = sought + (sameSize ? sumOf(reported) : 0);

  for (let deal = 0; deal < totals.items.length; deal += 1) {
    let truePositives = 0;
    let items = fixedItems;
    for (let at = 0; at < dealt.length; at += 1) {
      const other = draw(deck, at, random);
      const family = dealt[at]!;
      const from = starts[family]!;
      const otherFrom = starts[other]!;
      const otherSize = starts[other + 1]! - otherFrom;
      for (let row = from; row < starts[family + 1]!; row += 1) {
        const answered = otherFrom + ((row - from) % otherSize);
        if (!sameSize) items += reported[answered]!;
        for (let answer = answered * repeats; answer < (answered + 1) * repeats; answer += 1) {
          const count = counter.count(defects[row]!, findings[answer]!);
          truePositives += truePositivesOf(count);
          items -= neutralOf(count);
        }
      }
    }
    totals.truePositives[deal]! += truePositives;
    totals.items[deal]! += items;
  }
}

/** One step of a shuffle: the deck's entries from `at` are those not drawn yet. */
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

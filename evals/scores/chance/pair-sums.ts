import { type ListSums, type ListWeights, sumLists } from './list-sums.ts';
import { neutralOf, truePositivesOf } from './match-count.ts';
import { PairCounter } from './pair-counter.ts';
import type { TypePairs } from './type-pairs.ts';

/** Sums over repeats, not means: F1 = 2·truePositives / items, items = 2TP + FP + FN. */
export interface Sums {
  truePositives: number;
  items: number;
}

export interface SumsByFamily {
  truePositives: Float64Array;
  items: Float64Array;
}

/**
 * What F1 and shuffled F1 need of one case type. The answers of family j dealt to family i count, for each case
 * of i, as the mean over the cases of j.
 */
export interface TypeSums {
  /** Places among all families. */
  families: Int32Array;
  /** Own answers to own cases. */
  own: SumsByFamily;
  /** A family's cases with the answers of all others, and its answers to the cases of all others. */
  cross: SumsByFamily;
  ownTotal: Sums;
  /** Over all ordered pairs of different families. */
  crossTotal: Sums;
  /** Pairs of lists or pieces looked at: the measure of cost. */
  counted: number;
}

/**
 * Sums over all pairs of families of a type, without looking at each: what is alike is counted once. All
 * numbers are whole until the sums over families of one size are divided by that size, so that they are the
 * same in any order, and means of equal numbers are exact.
 */
export function sumPairs(pairs: TypePairs): TypeSums {
  const { families, starts, repeats } = pairs;
  const { sizes, sizeOf } = sizeClasses(starts);
  const lists = sumLists(pairs, weighLists(pairs, sizeOf, sizes.length));
  const counter = new PairCounter(pairs.graph, pairs.defectLists, pairs.findingLists);
  const described = Array.from(families, (_, family) => describeFamily(pairs, counter, family));
  const required = repeats * sum(pairs.required);
  const reported = sizes.map((_, at) =>
    described.reduce((total, family, index) => (sizeOf[index] === at ? total + family.reported : total), 0),
  );
  const own = emptySums(families.length);
  const cross = emptySums(families.length);
  // Of all families with the answers of those of one size.
  const bySize = emptySums(sizes.length);

  for (const [index, family] of described.entries()) {
    own.truePositives[index] = family.own.truePositives;
    own.items[index] = family.reported + family.required - family.own.neutral;
    cross.items[index] = family.required * (families.length - 1) + (required - family.required);
    for (const [at, size] of sizes.entries()) {
      const taken = sumTaken(pairs, lists, family, { at, sizes: sizes.length, isOwn: sizeOf[index] === at });
      const items = taken.items + family.size * reported[at]!;
      bySize.truePositives[at]! += taken.truePositives;
      bySize.items[at]! += items;
      cross.truePositives[index]! += taken.truePositives / size;
      cross.items[index]! += items / size;
    }
    const given = sumGiven(pairs, lists, family);
    cross.truePositives[index]! += given.truePositives / family.size;
    cross.items[index]! += given.items / family.size;
  }

  const crossTotal: Sums = { truePositives: 0, items: required * (families.length - 1) };
  for (const [at, size] of sizes.entries()) {
    crossTotal.truePositives += bySize.truePositives[at]! / size;
    crossTotal.items += bySize.items[at]! / size;
  }
  const ownTotal = { truePositives: sum(own.truePositives), items: sum(own.items) };
  return { families, own, cross, ownTotal, crossTotal, counted: lists.counted + counter.counted };
}

interface Family {
  /** Its cases. */
  from: number;
  to: number;
  size: number;
  /** Required defects, once a repeat, and findings. */
  required: number;
  reported: number;
  /** Each case with its own answers, and each with those to all cases of the family. */
  own: Matched;
  within: Matched;
}

function describeFamily(pairs: TypePairs, counter: PairCounter, family: number): Family {
  const [from, to] = [pairs.starts[family]!, pairs.starts[family + 1]!];
  const own = countOwn(pairs, counter, from, to);
  return {
    from,
    to,
    size: to - from,
    required: pairs.repeats * sum(pairs.required.subarray(from, to)),
    reported: sum(pairs.reported.subarray(from, to)),
    own,
    within: to - from === 1 ? own : countWithin(pairs, counter, from, to),
  };
}

/** A family's cases with the answers of the other families of one size; of the items only what depends on both. */
function sumTaken(
  pairs: TypePairs,
  { byDefects }: ListSums,
  { from, to, size, reported, within }: Family,
  { at, sizes, isOwn }: { at: number; sizes: number; isOwn: boolean },
): Sums {
  let truePositives = isOwn ? -within.truePositives : 0;
  let items = isOwn ? within.neutral - size * reported : 0;
  for (let row = from; row < to; row += 1) {
    const list = pairs.defects[row]! * sizes + at;
    truePositives += byDefects.truePositives[list]!;
    items -= byDefects.neutral[list]!;
  }
  return { truePositives, items };
}

/** A family's answers to the cases of all other families; of the items only what depends on the answers. */
function sumGiven(
  { defects, findings, repeats }: TypePairs,
  { byFindings }: ListSums,
  { from, to, size, reported, within }: Family,
): Sums {
  let truePositives = -within.truePositives;
  let items = (defects.length - size) * reported + within.neutral;
  for (let answer = from * repeats; answer < to * repeats; answer += 1) {
    truePositives += byFindings.truePositives[findings[answer]!]!;
    items -= byFindings.neutral[findings[answer]!]!;
  }
  return { truePositives, items };
}

/** The distinct numbers of cases of a family, ascending, and each family's place among them. */
function sizeClasses(starts: Int32Array): { sizes: number[]; sizeOf: Int32Array } {
  const sizeOfFamily = Int32Array.from(starts.subarray(1), (end, family) => end - starts[family]!);
  const sizes = [...new Set(sizeOfFamily)].sort((a, b) => a - b);
  return { sizes, sizeOf: sizeOfFamily.map((size) => sizes.indexOf(size)) };
}

/** How many cases have each list of defects, and how many answers of each size class each list of findings. */
function weighLists(pairs: TypePairs, sizeOf: Int32Array, sizes: number): ListWeights {
  const cases = new Float64Array(pairs.defectLists.size);
  const answers = new Float64Array(pairs.findingLists.size * sizes);
  for (const [family, size] of sizeOf.entries()) {
    for (let row = pairs.starts[family]!; row < pairs.starts[family + 1]!; row += 1) {
      cases[pairs.defects[row]!]! += 1;
      for (let repeat = 0; repeat < pairs.repeats; repeat += 1) {
        answers[pairs.findings[row * pairs.repeats + repeat]! * sizes + size]! += 1;
      }
    }
  }
  return { cases, answers, sizes };
}

interface Matched {
  truePositives: number;
  neutral: number;
}

/** Each case of a family with its own answers. */
function countOwn(pairs: TypePairs, counter: PairCounter, from: number, to: number): Matched {
  const matched = { truePositives: 0, neutral: 0 };
  for (let row = from; row < to; row += 1) {
    counter.select(pairs.defects[row]!);
    for (let at = row * pairs.repeats; at < (row + 1) * pairs.repeats; at += 1) {
      const count = counter.count(pairs.findings[at]!);
      matched.truePositives += truePositivesOf(count);
      matched.neutral += neutralOf(count);
    }
  }
  return matched;
}

/** Each case of a family with the answers to each; alike ones once. */
function countWithin(pairs: TypePairs, counter: PairCounter, from: number, to: number): Matched {
  const { repeats } = pairs;
  const matched = { truePositives: 0, neutral: 0 };
  const answers = tally(pairs.findings.subarray(from * repeats, to * repeats));
  for (const [defects, cases] of tally(pairs.defects.subarray(from, to))) {
    counter.select(defects);
    for (const [findings, times] of answers) {
      const count = counter.count(findings);
      matched.truePositives += cases * times * truePositivesOf(count);
      matched.neutral += cases * times * neutralOf(count);
    }
  }
  return matched;
}

function tally(numbers: Int32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return counts;
}

function sum(numbers: Int32Array | Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function emptySums(length: number): SumsByFamily {
  return { truePositives: new Float64Array(length), items: new Float64Array(length) };
}

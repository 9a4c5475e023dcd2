import { type ListWeights, sumLists } from './list-sums.ts';
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
  const count = families.length;
  const cases = starts[count]!;
  const { sizes, sizeOf } = sizeClasses(starts);
  const { byDefects, byFindings, counted } = sumLists(pairs, weighLists(pairs, sizeOf, sizes.length));
  const counter = new PairCounter(pairs.graph, pairs.defectLists, pairs.findingLists);
  const required = repeats * sum(pairs.required, 0, cases);
  const reportedBySize = new Float64Array(sizes.length);
  for (let family = 0; family < count; family += 1) {
    reportedBySize[sizeOf[family]!]! += sum(pairs.reported, starts[family]!, starts[family + 1]!);
  }
  const own = emptySums(count);
  const cross = emptySums(count);
  const bySize = emptySums(sizes.length);

  for (let family = 0; family < count; family += 1) {
    const [from, to] = [starts[family]!, starts[family + 1]!];
    const size = to - from;
    const ownRequired = repeats * sum(pairs.required, from, to);
    const ownReported = sum(pairs.reported, from, to);
    const kept = countOwn(pairs, counter, from, to);
    own.truePositives[family] = kept.truePositives;
    own.items[family] = ownReported + ownRequired - kept.neutral;

    const within = size === 1 ? kept : countWithin(pairs, counter, from, to);
    let truePositives = 0;
    let items = ownRequired * (count - 1) + (required - ownRequired);
    for (const [at, otherSize] of sizes.entries()) {
      const isOwn = at === sizeOf[family];
      let hits = isOwn ? -within.truePositives : 0;
      let rest = size * (reportedBySize[at]! - (isOwn ? ownReported : 0)) + (isOwn ? within.neutral : 0);
      for (let row = from; row < to; row += 1) {
        const list = pairs.defects[row]! * sizes.length + at;
        hits += byDefects.truePositives[list]!;
        rest -= byDefects.neutral[list]!;
      }
      bySize.truePositives[at]! += hits;
      bySize.items[at]! += rest;
      truePositives += hits / otherSize;
      items += rest / otherSize;
    }
    let hits = -within.truePositives;
    let rest = (cases - size) * ownReported + within.neutral;
    for (let answer = from * repeats; answer < to * repeats; answer += 1) {
      hits += byFindings.truePositives[pairs.findings[answer]!]!;
      rest -= byFindings.neutral[pairs.findings[answer]!]!;
    }
    cross.truePositives[family] = truePositives + hits / size;
    cross.items[family] = items + rest / size;
  }

  const crossTotal: Sums = { truePositives: 0, items: required * (count - 1) };
  for (const [at, size] of sizes.entries()) {
    crossTotal.truePositives += bySize.truePositives[at]! / size;
    crossTotal.items += bySize.items[at]! / size;
  }
  const ownTotal = { truePositives: sum(own.truePositives, 0, count), items: sum(own.items, 0, count) };
  return { families, own, cross, ownTotal, crossTotal, counted: counted + counter.counted };
}

/** The distinct numbers of cases of a family, ascending, and each family's place among them. */
function sizeClasses(starts: Int32Array): { sizes: number[]; sizeOf: Int32Array } {
  const sizeAt = (family: number) => starts[family + 1]! - starts[family]!;
  const distinct = new Set<number>();
  for (let family = 0; family + 1 < starts.length; family += 1) distinct.add(sizeAt(family));
  const sizes = [...distinct].sort((a, b) => a - b);
  return {
    sizes,
    sizeOf: Int32Array.from({ length: starts.length - 1 }, (_, at) => sizes.indexOf(sizeAt(at))),
  };
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

function sum(numbers: Int32Array | Float64Array, from: number, to: number): number {
  let total = 0;
  for (let at = from; at < to; at += 1) total += numbers[at]!;
  return total;
}

function emptySums(length: number): SumsByFamily {
  return { truePositives: new Float64Array(length), items: new Float64Array(length) };
}

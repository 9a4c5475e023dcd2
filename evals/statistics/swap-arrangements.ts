import { type FamilyCounts, isSameCounts } from './family-counts.ts';
import { computeStudentisedSquare, type PairSums } from './studentised-square.ts';

/**
 * All ways of giving each family's two count vectors to the models A and B, prepared so that the statistic
 * of one costs about an eighth of a step per family.
 */
export interface SwapArrangements {
  /** Families whose vectors differ: only their swaps change anything. */
  differing: number;
  /** The arrangement as observed: bit i of the words belongs to differing family i. */
  observed: Int32Array;
  /** {@link computeStudentisedSquare} of an arrangement. Bits past the last family are ignored. */
  computeStatistic(words: Int32Array): number;
}

/** A family as two vectors, told apart by size and not by the model that has them. */
interface Family {
  small: FamilyCounts;
  large: FamilyCounts;
  aHasSmall: boolean;
}

/** Families looked up at once: one byte of an arrangement. */
const CHUNK = 8;

/** Of {@link addSums}. */
const SUMS = 6;

/**
 * Prepares the arrangements of two models' counts over the same families, given in the same order. Neither
 * that order nor which model is called A changes what an arrangement's words mean: a bit says that A has
 * the smaller of a family's two vectors, and the differing families are sorted.
 */
export function prepareSwapArrangements(
  a: readonly FamilyCounts[],
  b: readonly FamilyCounts[],
): SwapArrangements {
  const families = a.map((inA, index) => orient(inA, b[index]!));
  const differing = families
    .filter(({ small, large }) => !isSameCounts(small, large))
    .sort((x, y) => compareCounts(x.small, y.small) || compareCounts(x.large, y.large));
  const pair = sumPairs(families);
  const base = new Float64Array(SUMS);
  for (const { small, large } of families) addSums(base, 0, large, small, 1);
  const table = buildTable(differing);
  const chunks = Math.ceil(differing.length / CHUNK);

  function computeStatistic(words: Int32Array): number {
    let [n, d, nn] = [base[0]!, base[1]!, base[2]!];
    let [nd, dd, cross] = [base[3]!, base[4]!, base[5]!];
    for (let chunk = 0; chunk < chunks; chunk++) {
      const byte = (words[chunk >> 2]! >>> ((chunk & 3) * CHUNK)) & 0xff;
      const at = ((chunk << CHUNK) + byte) * SUMS;
      n += table[at]!;
      d += table[at + 1]!;
      nn += table[at + 2]!;
      nd += table[at + 3]!;
      dd += table[at + 4]!;
      cross += table[at + 5]!;
    }
    return computeStudentisedSquare(n, d, nn, nd, dd, cross, pair);
  }

  return { differing: differing.length, observed: readObserved(differing), computeStatistic };
}

function orient(inA: FamilyCounts, inB: FamilyCounts): Family {
  const aHasSmall = compareCounts(inA, inB) < 0;
  return aHasSmall ? { small: inA, large: inB, aHasSmall } : { small: inB, large: inA, aHasSmall };
}

function compareCounts(a: FamilyCounts, b: FamilyCounts): number {
  return a.denominator - b.denominator || a.numerator - b.numerator;
}

function readObserved(differing: readonly Family[]): Int32Array {
  const words = new Int32Array(Math.ceil(differing.length / 32));
  for (const [family, { aHasSmall }] of differing.entries()) {
    if (aHasSmall) words[family >> 5] = words[family >> 5]! | (1 << (family & 31));
  }
  return words;
}

/** For every byte of an arrangement and every value of it, what its families' swaps add to the sums. */
function buildTable(differing: readonly Family[]): Float64Array {
  const table = new Float64Array((Math.ceil(differing.length / CHUNK) << CHUNK) * SUMS);
  for (const [family, { small, large }] of differing.entries()) {
    const start = Math.floor(family / CHUNK) << CHUNK;
    for (let byte = 0; byte < 1 << CHUNK; byte++) {
      if ((byte & (1 << (family % CHUNK))) === 0) continue;
      addSums(table, (start + byte) * SUMS, small, large, 1);
      addSums(table, (start + byte) * SUMS, large, small, -1);
    }
  }
  return table;
}

/** Adds `sign` times what a family adds to the sums of A, where A has `inA` and B has `inB`. */
function addSums(sums: Float64Array, at: number, inA: FamilyCounts, inB: FamilyCounts, sign: 1 | -1): void {
  const { numerator: n, denominator: d } = inA;
  sums[at] = sums[at]! + sign * n;
  sums[at + 1] = sums[at + 1]! + sign * d;
  sums[at + 2] = sums[at + 2]! + sign * n * n;
  sums[at + 3] = sums[at + 3]! + sign * n * d;
  sums[at + 4] = sums[at + 4]! + sign * d * d;
  sums[at + 5] = sums[at + 5]! + sign * n * inB.denominator;
}

function sumPairs(families: readonly Family[]): PairSums {
  const sums: PairSums = { n: 0, d: 0, nn: 0, nd: 0, dd: 0, bothN: 0, bothD: 0, crossed: 0 };
  for (const { small, large } of families) {
    sums.n += small.numerator + large.numerator;
    sums.d += small.denominator + large.denominator;
    sums.nn += small.numerator ** 2 + large.numerator ** 2;
    sums.nd += small.numerator * small.denominator + large.numerator * large.denominator;
    sums.dd += small.denominator ** 2 + large.denominator ** 2;
    sums.bothN += small.numerator * large.numerator;
    sums.bothD += small.denominator * large.denominator;
    sums.crossed += small.numerator * large.denominator + small.denominator * large.numerator;
  }
  return sums;
}

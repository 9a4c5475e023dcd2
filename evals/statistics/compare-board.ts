import { z } from 'zod';
import { compareText } from './compare-text.ts';
import type { FamilyCounts } from './family-counts.ts';
import { adjustHolm } from './holm.ts';
import type { Figure } from './interval.ts';
import { type PairComparison, PairComparisonSchema, type PairedDifference } from './pair-comparison.ts';
import { type ComparePairInput, comparePair, DEFAULT_PERMUTATIONS } from './paired-difference.ts';
import { RankSchema, rankModels } from './rank-interval.ts';

/** A pair is different where its Holm p is at most this. */
export const BOARD_ALPHA = 0.05;

/** Permutations per pair and per unit of 1/alpha, so that Holm's smallest level is resolved 40-fold. */
const RESOLUTION = 40;

/** All pairs, by a then b, and all ranks, best first. */
export const BoardComparisonSchema = z.strictObject({
  pairs: z.array(PairComparisonSchema),
  ranks: z.array(RankSchema),
});
export type BoardComparison = z.infer<typeof BoardComparisonSchema>;

export interface BoardModel {
  id: string;
  figure: Figure;
  /** The same families in the same (sorted) order for every model. */
  families: readonly FamilyCounts[];
}

export interface CompareBoardInput {
  models: readonly BoardModel[];
  /** From the comparability key. */
  seed: string;
  /** The figure's name: different measures get unrelated permutations. */
  measure: string;
  /** True unless told; false for rates like false alarms. */
  higherIsBetter?: boolean;
}

/** What {@link comparePair} is to be asked for one pair of a board. */
export type PairTask = ComparePairInput & { idA: string; idB: string };

/**
 * Compares all models of a board pairwise on one measure, adjusts by Holm over its pairs, and ranks them.
 * The order of the models does not change the result, that of the families no more than its rounding.
 * @throws RangeError where an id is there twice, or models differ in their number of families.
 */
export function compareBoard(input: CompareBoardInput): BoardComparison {
  return buildBoard(
    input,
    listPairs(input).map((task) => comparePair(task)),
  );
}

/** The pairs of a board, each of which may be compared anywhere: by a then b. */
export function listPairs({ models, seed, measure }: CompareBoardInput): PairTask[] {
  const sorted = models.toSorted((a, b) => compareText(a.id, b.id));
  const pairs = sorted.flatMap((a, index) => sorted.slice(index + 1).map((b) => ({ a, b })));
  const permutations = countPermutations(pairs.length);
  return pairs.map(({ a, b }) => {
    if (a.id === b.id) throw new RangeError(`Cannot compare model "${a.id}": it is on the board twice`);
    return {
      idA: a.id,
      idB: b.id,
      a: a.families,
      b: b.families,
      figureA: a.figure,
      figureB: b.figure,
      // Without the ids: two models with the same answers stand to a third with the same p.
      seed: JSON.stringify([seed, measure]),
      permutations,
    };
  });
}

/** The board from its pairs as compared, in the order of {@link listPairs}. */
export function buildBoard(input: CompareBoardInput, compared: readonly PairedDifference[]): BoardComparison {
  const { models, higherIsBetter = true } = input;
  const pairs = listPairs(input).map(({ idA, idB }, at) => ({ a: idA, b: idB, ...compared[at]! }));
  const adjusted = adjustHolm(pairs.flatMap(({ p }) => (p === null ? [] : [p])));
  let next = 0;
  const adjustedPairs = pairs.map((pair) => {
    const pHolm = pair.p === null ? null : adjusted[next++]!;
    return { ...pair, pHolm, different: pHolm !== null && pHolm <= BOARD_ALPHA };
  });
  const ranks = rankModels({
    ids: models.map(({ id }) => id),
    values: models.map(({ figure }) => figure.value),
    better: createBetter(adjustedPairs, higherIsBetter),
    higherIsBetter,
  });
  return { pairs: adjustedPairs, ranks };
}

/** R for a board of so many pairs: at least 9,999. */
export function countPermutations(pairs: number): number {
  return Math.max(DEFAULT_PERMUTATIONS, Math.round((RESOLUTION * pairs) / BOARD_ALPHA));
}

function createBetter(pairs: readonly PairComparison[], higherIsBetter: boolean) {
  const worseBy = new Map<string, Set<string>>();
  for (const { a, b, difference, different } of pairs) {
    if (!different || difference === null || difference === 0) continue;
    const [winner, loser] = difference > 0 === higherIsBetter ? [a, b] : [b, a];
    worseBy.set(winner, (worseBy.get(winner) ?? new Set()).add(loser));
  }
  return (a: string, b: string) => worseBy.get(a)?.has(b) ?? false;
}

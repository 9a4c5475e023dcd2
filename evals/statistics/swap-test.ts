import type { FamilyCounts } from './family-counts.ts';
import { createRandom } from './random.ts';
import { prepareSwapArrangements } from './swap-arrangements.ts';

/** Up to this many differing families every arrangement is looked at. */
const MAX_EXACT_FAMILIES = 16;

/**
 * Arrangements whose squared statistic is this close below the observed one count as equal to it, so that
 * the observed arrangement, its mirror image and true ties count whatever the rounding. Too generous a tie
 * could only raise p.
 */
const TIE_TOLERANCE = 1e-9;

export interface SwapTestResult {
  /** In (0, 1]. */
  p: number;
  /** Whether every arrangement was looked at. */
  exact: boolean;
  /** How many arrangements were looked at besides the observed (drawn), or in all (exact). */
  permutations: number;
}

/**
 * Two-sided permutation test that two models' ratios over the same families are equal: within each family
 * the models' whole count vectors are swapped or not, each with probability 1/2. The statistic is
 * |F_A − F_B| over its linearised standard error, both recomputed at every swap: studentised, so that it
 * holds its level where the models' variances or reporting rates differ. Families with the same counts in
 * both models are unaffected; with at most 16 others all arrangements are enumerated, else `permutations`
 * are drawn and p = (1 + b)/(1 + R).
 * @param input.a families of model A; `input.b` the same families, same order, of model B. Both ratios
 *   must be defined.
 * @source Chung, E. & Romano, J. P. (2013), Exact and asymptotically robust permutation tests, Annals of
 *   Statistics 41, 484–507 (studentising); Phipson, B. & Smyth, G. K. (2010), Permutation p-values should
 *   never be zero, Statistical Applications in Genetics and Molecular Biology 9(1), 39.
 */
export function runSwapTest(input: {
  a: readonly FamilyCounts[];
  b: readonly FamilyCounts[];
  seed: string;
  permutations: number;
}): SwapTestResult {
  const { differing, observed, computeStatistic } = prepareSwapArrangements(input.a, input.b);
  if (differing === 0) return { p: 1, exact: true, permutations: 1 };
  const threshold = computeStatistic(observed) * (1 - TIE_TOLERANCE);
  const words = new Int32Array(observed.length);
  let extreme = 0;
  if (differing <= MAX_EXACT_FAMILIES) {
    const arrangements = 2 ** differing;
    for (let arrangement = 0; arrangement < arrangements; arrangement++) {
      words[0] = arrangement;
      if (computeStatistic(words) >= threshold) extreme += 1;
    }
    return { p: extreme / arrangements, exact: true, permutations: arrangements };
  }
  const { permutations } = input;
  const random = createRandom(input.seed);
  for (let permutation = 0; permutation < permutations; permutation++) {
    for (let word = 0; word < words.length; word++) words[word] = random.bits();
    // Bits past the last family look up zeros: no family is behind them.
    if (computeStatistic(words) >= threshold) extreme += 1;
  }
  return { p: (1 + extreme) / (1 + permutations), exact: false, permutations };
}

import { BOARD_ALPHA } from '../../evals/statistics/compare-board.ts';
import type { FamilyCounts } from '../../evals/statistics/family-counts.ts';
import {
  type LinearisedDifference,
  lineariseDifference,
} from '../../evals/statistics/linearised-difference.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import { runSwapTest } from '../../evals/statistics/swap-test.ts';
import { Z } from './measure-coverage.ts';
import { shuffle } from './samplers.ts';
import {
  computeTrueF1,
  ScreeningSampler,
  type SimulatedCases,
  type SimulatedModel,
} from './simulated-model.ts';

/** Two models of unlike F1 on the same cases. */
export interface PowerTask {
  kind: 'power';
  name: string;
  cases: number;
  simulated: SimulatedCases;
  a: SimulatedModel;
  b: SimulatedModel;
  comparisons: number;
  permutations: number;
}

export interface PowerOutcome {
  /** True F1 of A less that of B. */
  difference: number;
  /** Mean correlation of the two models' errors over cases. */
  correlation: number;
  /** Shares of comparisons with p <= 0.05: the product's test; the same test with the pairing broken (B's
   * cases shuffled); a z test of two independent ratios. */
  paired: number;
  shuffled: number;
  unpaired: number;
}

export function measurePower(task: PowerTask, seed: string): PowerOutcome {
  const { name, cases, simulated, a, b, comparisons, permutations } = task;
  const random = createRandom(JSON.stringify([seed, 'power', name, cases]));
  const sampler = new ScreeningSampler(simulated, [a, b]);
  const count = { correlation: 0, paired: 0, shuffled: 0, unpaired: 0 };
  for (let comparison = 0; comparison < comparisons; comparison++) {
    const [inA, inB] = sampler.drawFamilies(cases, random) as [FamilyCounts[], FamilyCounts[]];
    const linearised = lineariseDifference(inA, inB);
    if (linearised === null) continue;
    const test = { a: inA, seed: JSON.stringify([seed, name, cases, comparison]), permutations };
    count.correlation += linearised.correlation;
    if (runSwapTest({ ...test, b: inB }).p <= BOARD_ALPHA) count.paired += 1;
    if (runSwapTest({ ...test, b: shuffle([...inB], random) }).p <= BOARD_ALPHA) count.shuffled += 1;
    if (Math.abs(linearised.difference) > Z * computeUnpairedError(inA, inB, linearised)) count.unpaired += 1;
  }
  return {
    difference: computeTrueF1(a, simulated.meanDefects) - computeTrueF1(b, simulated.meanDefects),
    correlation: count.correlation / comparisons,
    paired: count.paired / comparisons,
    shuffled: count.shuffled / comparisons,
    unpaired: count.unpaired / comparisons,
  };
}

/** The standard error of F_A − F_B as if the two models had been given different cases. */
function computeUnpairedError(
  a: readonly FamilyCounts[],
  b: readonly FamilyCounts[],
  { ratioA, ratioB, cases }: LinearisedDifference,
): number {
  return Math.sqrt((cases / (cases - 1)) * (sumSquares(a, ratioA) + sumSquares(b, ratioB)));
}

function sumSquares(families: readonly FamilyCounts[], ratio: number): number {
  const total = families.reduce((sum, { denominator }) => sum + denominator, 0);
  return families.reduce(
    (sum, { numerator, denominator }) => sum + ((numerator - ratio * denominator) / total) ** 2,
    0,
  );
}

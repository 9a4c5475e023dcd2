import { BOARD_ALPHA } from '../../evals/statistics/compare-board.ts';
import { comparePair } from '../../evals/statistics/paired-difference.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import { covers } from './measure-coverage.ts';
import {
  computeFigureOf,
  computeTrueF1,
  ScreeningSampler,
  type SimulatedCases,
  type SimulatedModel,
} from './simulated-model.ts';

/** Two models of the same true F1 on the same cases: every difference that is seen is false. */
export interface ComparisonTask {
  kind: 'comparison';
  /** The bars hold for identical models, and for unlike ones from 20 cases; `few` shows unlike ones below. */
  group: 'identical' | 'unlike' | 'few';
  name: string;
  cases: number;
  simulated: SimulatedCases;
  a: SimulatedModel;
  b: SimulatedModel;
  comparisons: number;
  permutations: number;
}

/** Shares of comparisons, in [0, 1]. */
export interface ComparisonOutcome {
  /** p <= 0.05. A comparison without p (a ratio 0/0) is none. */
  different: number;
  noTest: number;
  /** p from all arrangements, not from drawn ones. */
  exact: number;
  /** The interval of the difference covers the true one; over comparisons with an interval. */
  coverage: number;
  noInterval: number;
}

export function measureComparison(task: ComparisonTask, seed: string): ComparisonOutcome {
  const { name, cases, simulated, a, b, comparisons, permutations } = task;
  const random = createRandom(JSON.stringify([seed, 'comparison', name, cases]));
  const sampler = new ScreeningSampler(simulated, [a, b]);
  const truth = computeTrueF1(a, simulated.meanDefects) - computeTrueF1(b, simulated.meanDefects);
  const count = { different: 0, tested: 0, exact: 0, covered: 0, intervals: 0 };
  for (let comparison = 0; comparison < comparisons; comparison++) {
    const [inA, inB] = sampler.drawFamilies(cases, random);
    const compared = comparePair({
      a: inA!,
      b: inB!,
      figureA: computeFigureOf(inA!),
      figureB: computeFigureOf(inB!),
      seed: JSON.stringify([seed, name, cases, comparison]),
      permutations,
    });
    if (compared.p === null) continue;
    count.tested += 1;
    if (compared.p <= BOARD_ALPHA) count.different += 1;
    if (compared.exact) count.exact += 1;
    if (compared.interval === null) continue;
    count.intervals += 1;
    count.covered += covers(compared.interval, truth);
  }
  return {
    different: count.different / comparisons,
    noTest: 1 - count.tested / comparisons,
    exact: count.exact / comparisons,
    coverage: count.covered / count.intervals,
    noInterval: 1 - count.intervals / comparisons,
  };
}

import { compareBoard } from '../../evals/statistics/compare-board.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import {
  computeFigureOf,
  ScreeningSampler,
  type SimulatedCases,
  type SimulatedModel,
} from './simulated-model.ts';

/** A board of `equals` identical models and perhaps one better one, compared as the product does. */
export interface BoardTask {
  kind: 'board';
  name: string;
  cases: number;
  simulated: SimulatedCases;
  model: SimulatedModel;
  equals: number;
  better: SimulatedModel | null;
  boards: number;
}

/** Shares of boards, in [0, 1]. */
export interface BoardOutcome {
  /** Any two of the identical models are called different, after Holm. */
  familywise: number;
  /** The same by the unadjusted p: what Holm guards against. */
  unadjusted: number;
  /** Identical models whose rank interval leaves out a rank they truly hold: shares of models. */
  wrongRanks: number;
}

export function measureBoard(task: BoardTask, seed: string): BoardOutcome {
  const { name, cases, simulated, model, equals, better, boards } = task;
  const random = createRandom(JSON.stringify([seed, 'board', name, cases]));
  const models = [...Array.from({ length: equals }, () => model), ...(better === null ? [] : [better])];
  const sampler = new ScreeningSampler(simulated, models);
  const isEqual = (id: string) => Number(id) < equals;
  // Identical models share all ranks below the better one's: each of them may hold the first or the last.
  const [first, last] = [models.length - equals + 1, models.length];
  const count = { familywise: 0, unadjusted: 0, wrongRanks: 0 };
  for (let board = 0; board < boards; board++) {
    const { pairs, ranks } = compareBoard({
      models: sampler.drawFamilies(cases, random).map((families, id) => ({
        id: `${id}`,
        figure: computeFigureOf(families),
        families,
      })),
      seed: JSON.stringify([seed, name, cases, board]),
      measure: 'f1',
    });
    const equalPairs = pairs.filter(({ a, b }) => isEqual(a) && isEqual(b));
    if (equalPairs.some(({ different }) => different)) count.familywise += 1;
    if (equalPairs.some(({ p }) => p !== null && p <= 0.05)) count.unadjusted += 1;
    count.wrongRanks += ranks.filter(
      ({ id, low, high }) => isEqual(id) && (low! > first || high! < last),
    ).length;
  }
  return {
    familywise: count.familywise / boards,
    unadjusted: count.unadjusted / boards,
    wrongRanks: count.wrongRanks / (boards * equals),
  };
}

import { createRandom } from '../../evals/statistics/random.ts';
import { areaUnderCurve } from './naive-bayes.ts';

/** The scores of a case with a defect and of its untouched twin. */
export interface ScoredPair {
  one: number;
  zero: number;
}

export function aucOf(pairs: readonly ScoredPair[]): number {
  return areaUnderCurve(
    pairs.flatMap(({ one, zero }) => [
      { score: one, label: 1 as const },
      { score: zero, label: 0 as const },
    ]),
  );
}

/** The AUC's upper limit at 97.5 %: pairs are resampled whole, since twins share their words. */
export function upperLimit(pairs: readonly ScoredPair[], seed: string, replicates = 400): number {
  const random = createRandom(seed);
  const values = Array.from({ length: replicates }, () =>
    aucOf(pairs.map(() => pairs[random.below(pairs.length)]!)),
  );
  return values.sort((a, b) => a - b)[Math.ceil(0.975 * replicates) - 1]!;
}

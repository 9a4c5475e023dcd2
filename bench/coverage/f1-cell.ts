import { createRandom } from '../../evals/statistics/random.ts';
import { buildScreeningLaw, type ScreeningRates } from './case-law.ts';
import { CaseSampler } from './case-sampler.ts';
import { type Coverage, measureF1Coverage } from './measure-coverage.ts';
import { buildSizes, type Sizes } from './ratio-cell.ts';

/** One setting of a simulated model whose F1 is measured. */
export interface F1Cell {
  cases: number;
  sizes: Sizes;
  /** Defects a case. */
  mean: number;
  rates: ScreeningRates;
}

export interface F1Task {
  kind: 'f1';
  /** As of a ratio's task. */
  group: 'grid' | 'limit';
  cell: F1Cell;
  draws: number;
}

/** Coverage, and `f1`: the true value, from the exact expectations of TP, FP and FN. */
export type F1Coverage = Coverage & { f1: number };

export function measureF1Cell({ cell, draws }: F1Task, seed: string): F1Coverage {
  const { cases, sizes, mean, rates } = cell;
  const law = buildScreeningLaw(buildSizes(sizes, mean), rates);
  const { recall, correlation, confusion, spurious, burst } = rates;
  const name = [seed, 'f1', cases, sizes, mean, recall, correlation, confusion, spurious, burst];
  const random = createRandom(JSON.stringify(name));
  const coverage = measureF1Coverage(new CaseSampler(law), { cases, draws, random });
  return { ...coverage, f1: (2 * law.truth) / (1 + law.truth) };
}

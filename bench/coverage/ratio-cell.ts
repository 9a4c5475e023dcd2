import { createRandom } from '../../evals/statistics/random.ts';
import { buildRatioLaw } from './case-law.ts';
import { CaseSampler } from './case-sampler.ts';
import { measureRatioCoverage, type RatioCoverage } from './measure-coverage.ts';
import {
  buildPoissonSizes,
  buildPowerLawSizes,
  buildSizesFromOne,
  oneItem,
  type SizeLaw,
} from './size-law.ts';

/** How many items a case has: at least 0 (Poisson), at least 1 (Poisson, raised to 1), exactly 1, or a heavy-tailed power law. */
export type Sizes = 'from 0' | 'from 1' | 'one' | 'heavy';

/** One setting of a simulated rate. */
export interface RatioCell {
  cases: number;
  sizes: Sizes;
  /** Of the Poisson law; the others ignore this. */
  mean: number;
  rate: number;
  /** Of any two items of a case: intra-class correlation of the beta-binomial. */
  correlation: number;
}

export interface RatioTask {
  kind: 'ratio';
  /** The bars hold for the grid; `limit` and `few` lie outside of it and are shown. */
  group: 'grid' | 'limit' | 'few';
  cell: RatioCell;
  draws: number;
}

/** The heavy tail: P(m) ∝ 1/m² up to 200 items; the mean is 3.6, one case in 330 has over 100. */
const HEAVY = { exponent: 2, largest: 200 };

export function buildSizes(sizes: Sizes, mean: number): SizeLaw {
  if (sizes === 'heavy') return buildPowerLawSizes(HEAVY.exponent, HEAVY.largest);
  if (sizes === 'one') return oneItem;
  return sizes === 'from 1' ? buildSizesFromOne(mean) : buildPoissonSizes(mean);
}

/** The stream of a cell depends on the seed and the cell alone. */
export function measureRatioCell({ cell, draws }: RatioTask, seed: string): RatioCoverage {
  const { cases, sizes, mean, rate, correlation } = cell;
  const sampler = new CaseSampler(buildRatioLaw(buildSizes(sizes, mean), rate, correlation));
  const random = createRandom(JSON.stringify([seed, 'ratio', cases, sizes, mean, rate, correlation]));
  return measureRatioCoverage(sampler, { cases, draws, correlation, random });
}

import { computeQuantile } from '../../evals/statistics/quantile.ts';
import { createRandom, type Random } from '../../evals/statistics/random.ts';
import { computeRatioFigure } from '../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../evals/statistics/ratio-moments.ts';
import { buildRatioLaw } from './case-law.ts';
import { CaseSampler } from './case-sampler.ts';
import { covers } from './measure-coverage.ts';
import { computeNormalProbability, computeNormalQuantile } from './normal-distribution.ts';
import { buildSizes, type RatioCell } from './ratio-cell.ts';

export interface BootstrapTask {
  kind: 'bootstrap';
  cell: RatioCell;
  draws: number;
  replicates: number;
}

/** Shares of draws whose interval covers the true rate, and the mean widths, ours and two bootstraps'. */
export interface BootstrapCoverage {
  ours: number;
  percentile: number;
  bca: number;
  widthOurs: number;
  widthPercentile: number;
  widthBca: number;
}

const [LOWER, UPPER] = [0.025, 0.975];

/** The product's interval beside a percentile and a BCa bootstrap over cases, on the same draws. */
export function measureBootstrapCell(task: BootstrapTask, seed: string): BootstrapCoverage {
  const { cell, draws, replicates } = task;
  const { cases, sizes, mean, rate, correlation } = cell;
  const sampler = new CaseSampler(buildRatioLaw(buildSizes(sizes, mean), rate, correlation));
  const { law } = sampler;
  const random = createRandom(JSON.stringify([seed, 'bootstrap', cases, sizes, mean, rate, correlation]));
  const total = { ours: 0, percentile: 0, bca: 0, widthOurs: 0, widthPercentile: 0, widthBca: 0 };
  for (let draw = 0; draw < draws; draw++) {
    const outcomes = Array.from({ length: cases }, () => sampler.drawOutcome(random));
    const successes = outcomes.map((outcome) => law.successes[outcome]!);
    const items = outcomes.map((outcome) => law.items[outcome]!);
    const moments = new RatioMoments();
    for (const [index, m] of items.entries()) moments.add(successes[index]!, m);
    const { interval } = computeRatioFigure(moments);
    if (interval === null) continue;
    const sorted = drawReplicates(successes, items, replicates, random);
    const percentile = { low: computeQuantile(sorted, LOWER), high: computeQuantile(sorted, UPPER) };
    const bca = computeBca(sorted, successes, items);
    total.ours += covers(interval, law.truth);
    total.percentile += covers(percentile, law.truth);
    total.bca += covers(bca, law.truth);
    total.widthOurs += interval.high - interval.low;
    total.widthPercentile += percentile.high - percentile.low;
    total.widthBca += bca.high - bca.low;
  }
  const share = (sum: number) => sum / draws;
  return {
    ours: share(total.ours),
    percentile: share(total.percentile),
    bca: share(total.bca),
    widthOurs: share(total.widthOurs),
    widthPercentile: share(total.widthPercentile),
    widthBca: share(total.widthBca),
  };
}

/** Ratios of samples of cases with replacement, sorted; 0/0 is drawn again. */
function drawReplicates(
  successes: readonly number[],
  items: readonly number[],
  replicates: number,
  random: Random,
): Float64Array {
  const values = new Float64Array(replicates);
  const cases = items.length;
  for (let replicate = 0; replicate < replicates; ) {
    let [x, m] = [0, 0];
    for (let index = 0; index < cases; index++) {
      const drawn = random.below(cases);
      x += successes[drawn]!;
      m += items[drawn]!;
    }
    if (m > 0) values[replicate++] = x / m;
  }
  return values.sort();
}

/**
 * Bias-corrected and accelerated; the bias counts ties half, the acceleration is the jackknife's.
 * @source Efron, B. (1987), Better bootstrap confidence intervals, JASA 82, 171–185.
 */
function computeBca(sorted: Float64Array, successes: readonly number[], items: readonly number[]) {
  const [x, m] = [successes.reduce((a, b) => a + b, 0), items.reduce((a, b) => a + b, 0)];
  const value = x / m;
  let below = 0;
  for (const replicate of sorted) below += replicate < value ? 1 : replicate === value ? 0.5 : 0;
  const bias = computeNormalQuantile(below / sorted.length);
  const left = items.map((own, index) => (m === own ? value : (x - successes[index]!) / (m - own)));
  const centre = left.reduce((a, b) => a + b, 0) / left.length;
  let [squares, cubes] = [0, 0];
  for (const each of left) {
    squares += (centre - each) ** 2;
    cubes += (centre - each) ** 3;
  }
  const acceleration = squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
  const limit = (level: number) => {
    const shifted = bias + computeNormalQuantile(level);
    const adjusted = computeNormalProbability(bias + shifted / (1 - acceleration * shifted));
    return computeQuantile(sorted, adjusted);
  };
  return { low: limit(LOWER), high: limit(UPPER) };
}

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { buildBetaBinomial } from '../../bench/coverage/beta-binomial.ts';
import {
  computeHeadline,
  computeMedian,
  isMet,
  listBars,
  renderLastLine,
} from '../../bench/coverage/headline.ts';
import { covers } from '../../bench/coverage/measure-coverage.ts';
import { planBenchmark, SEED } from '../../bench/coverage/plan-benchmark.ts';
import { measureRatioCell } from '../../bench/coverage/ratio-cell.ts';
import { renderCells } from '../../bench/coverage/render-cells.ts';
import { renderReport } from '../../bench/coverage/render-report.ts';
import { runTasks } from '../../bench/coverage/run-tasks.ts';
import { FULL_SCALE, QUICK_SCALE, type Scale } from '../../bench/coverage/scale.ts';
import {
  computeTrueF1,
  ScreeningSampler,
  type SimulatedModel,
  solveFalseAlarms,
} from '../../bench/coverage/simulated-model.ts';
import { runTask } from '../../bench/coverage/task.ts';
import { BEGIN, END, replaceBlock } from '../../bench/coverage/write-docs.ts';
import { lineariseDifference } from '../../evals/statistics/linearised-difference.ts';
import { createRandom } from '../../evals/statistics/random.ts';
import { computeRatioFigure } from '../../evals/statistics/ratio-figure.ts';
import { RatioMoments } from '../../evals/statistics/ratio-moments.ts';

/** Everything once, in next to no time. */
const TINY: Scale = {
  ...QUICK_SCALE,
  cases: [20],
  draws: 60,
  bootstrapDraws: 3,
  replicates: 19,
  comparisons: 2,
  permutations: 19,
  boards: 1,
  powerComparisons: 2,
};
const tasks = planBenchmark(TINY);
const results = tasks.map((task) => runTask(task, 'tiny'));
const headline = computeHeadline(results);

test('the full grid is the one of the scoring page', () => {
  const full = planBenchmark(FULL_SCALE);
  const grid = full.filter((task) => task.kind === 'ratio' && task.group === 'grid');
  expect(grid).toHaveLength(5 * 4 * 2 * 6 * 5);
  expect(FULL_SCALE.draws).toBe(10_000);
  expect(FULL_SCALE.comparisons).toBeGreaterThanOrEqual(10_000);
  const seeds = full.map((task) => JSON.stringify(task));
  expect(new Set(seeds).size).toBe(full.length);
});

test('the last line is one JSON of the four headline figures', () => {
  const line = renderLastLine(headline);
  expect(line).not.toContain('\n');
  expect(JSON.parse(line)).toEqual({
    minCoverage: headline.minCoverage,
    meanWidthRatio: headline.meanWidthRatio,
    falseDifferenceRate: headline.falseDifferenceRate,
    falseDifferenceRateUnlike: headline.falseDifferenceRateUnlike,
  });
  expect(headline.minCoverage).toBeGreaterThan(0.8);
  expect(headline.minCoverage).toBeLessThanOrEqual(1);
  expect(headline.meanWidthRatio).toBeGreaterThan(0.9);
  expect(headline.meanWidthRatio).toBeLessThan(1.4);
  for (const rate of [headline.falseDifferenceRate, headline.falseDifferenceRateUnlike]) {
    expect(rate).toBeGreaterThanOrEqual(0);
    expect(rate).toBeLessThanOrEqual(1);
  }
});

test('the headline takes the worst of both grids and leaves out what stands outside them', () => {
  const grid = results.flatMap((result) =>
    (result.kind === 'ratio' || result.kind === 'f1') && result.task.group === 'grid'
      ? [result.outcome.coverage]
      : [],
  );
  expect(headline.minCoverage).toBe(Math.min(...grid));
  const worse = results.map((result) =>
    result.kind === 'ratio' && result.task.group === 'limit'
      ? { ...result, outcome: { ...result.outcome, coverage: 0 } }
      : result,
  );
  expect(computeHeadline(worse)).toEqual(headline);
  expect(computeMedian([3, 1, 2])).toBe(2);
  expect(computeMedian([4, 1, 3, 2])).toBe(2.5);
});

test('bars hold at their edge and not beyond', () => {
  const edge = {
    minCoverage: 0.93,
    meanWidthRatio: 1.13,
    medianWidthRatio: 1.06,
    falseDifferenceRate: 0.055,
    falseDifferenceRateUnlike: 0.07,
  };
  expect(listBars(edge).map(isMet)).toEqual([true, true, true, true, true]);
  const beyond = {
    minCoverage: 0.9299,
    meanWidthRatio: 1.131,
    medianWidthRatio: 1.061,
    falseDifferenceRate: 0.0551,
    falseDifferenceRateUnlike: 0.0701,
  };
  expect(listBars(beyond).map(isMet)).toEqual([false, false, false, false, false]);
});

test('with one item a case the simulated coverage is the binomial sum', () => {
  for (const [cases, rate] of [
    [50, 0.99],
    [20, 0.8],
  ] as const) {
    const cell = { cases, sizes: 'one', mean: 1, rate, correlation: 0.3 } as const;
    const { coverage } = measureRatioCell({ kind: 'ratio', group: 'grid', cell, draws: 4_000 }, 'exact');
    let exact = 0;
    for (const [hits, share] of buildBetaBinomial(cases, rate, 0).entries()) {
      const { interval } = computeRatioFigure(new RatioMoments().add(1, 1, hits).add(0, 1, cases - hits));
      exact += share * covers(interval!, rate);
    }
    expect(Math.abs(coverage - exact)).toBeLessThan(4.5 * Math.sqrt((exact * (1 - exact)) / 4_000));
  }
});

test('the list of cells holds both grids and nothing else', () => {
  const lines = renderCells(results).trim().split('\n');
  const grid = tasks.filter((task) => 'group' in task && task.group === 'grid');
  expect(lines).toHaveLength(1 + grid.length);
  const columns = lines[0]!.split(',').length;
  for (const line of lines) expect(line.split(',')).toHaveLength(columns);
});

test('workers, and their number, change no figure; the seed does', async () => {
  const some = tasks.filter((_, index) => index % 7 === 0);
  const here = some.map((task) => runTask(task, 'tiny'));
  for (const workers of [1, 2]) {
    expect(await runTasks({ tasks: some, seed: 'tiny', workers })).toEqual(here);
  }
  expect(some.map((task) => runTask(task, 'other'))).not.toEqual(here);
});

test('the report has a table for every part', () => {
  const report = renderReport({ results, headline, seed: 'tiny', isRough: true });
  for (const title of [
    'Bars',
    'Ratios: coverage',
    'Ratios: known limits',
    'F1',
    'Two models',
    'Boards',
    'Power',
  ]) {
    expect(report).toContain(`### ${title}`);
  }
  expect(report).not.toMatch(/NaN|undefined|Infinity/u);
});

test('the page holds the seed, and its block can be renewed', () => {
  const page = readFileSync(resolve(import.meta.dirname, '../../docs/statistics.md'), 'utf8');
  expect(page).toContain('npm run bench:coverage');
  expect(page).toContain(`Seed \`${SEED}\``);
  const renewed = replaceBlock(page, 'new');
  expect(renewed).toContain(`${BEGIN}\n\nnew\n\n${END}`);
  expect(replaceBlock(renewed, 'new')).toBe(renewed);
  expect(() => replaceBlock('no markers', 'new')).toThrow(/markers/u);
});

const model: SimulatedModel = { recall: 0.7, recallSpread: 1.5, falseAlarms: 1, alarmSpread: 1 };

function simulate(shared: number) {
  const sampler = new ScreeningSampler({ meanDefects: 3, shared }, [model, { ...model, recall: 0.5 }]);
  const [a, b] = sampler.drawFamilies(40_000, createRandom('screenings'));
  return lineariseDifference(a!, b!)!;
}

test('simulated models have the F1 they should have', () => {
  const { ratioA, ratioB } = simulate(0.7);
  expect(Math.abs(ratioA - computeTrueF1(model, 3))).toBeLessThan(0.01);
  expect(Math.abs(ratioB - computeTrueF1({ ...model, recall: 0.5 }, 3))).toBeLessThan(0.01);
  for (const recall of [0.45, 0.7, 0.95]) {
    const solved = { ...model, recall, falseAlarms: solveFalseAlarms(0.6, recall, 3) };
    expect(computeTrueF1(solved, 3)).toBeCloseTo(0.6, 12);
  }
});

test('models that share the difficulty of cases err together', () => {
  expect(Math.abs(simulate(0).correlation)).toBeLessThan(0.1);
  expect(simulate(1).correlation).toBeGreaterThan(0.4);
});

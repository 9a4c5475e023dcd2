import type { BootstrapTask } from './bootstrap-cell.ts';
import type { F1Cell, F1Task } from './f1-cell.ts';
import type { RatioCell, RatioTask, Sizes } from './ratio-cell.ts';
import type { Scale } from './scale.ts';

const LAWS: readonly Sizes[] = ['from 0', 'from 1'];

/** Half of the missed defects are reported under a wrong code. */
const CONFUSION = 0.5;

/** The grid of section 8 of the scoring page, its known limits, and fewer cases than the grid has. */
export function planRatios(scale: Scale): RatioTask[] {
  const { draws } = scale;
  const grid: RatioCell[] = [];
  for (const cases of scale.cases) {
    for (const mean of scale.means) {
      for (const sizes of LAWS) {
        for (const rate of scale.rates) {
          for (const correlation of scale.correlations) grid.push({ cases, sizes, mean, rate, correlation });
        }
      }
    }
  }
  const limit = scale.cases.flatMap((cases) =>
    [0.8, 0.95, 0.99].flatMap((rate): RatioCell[] => [
      { cases, sizes: 'heavy', mean: 3.6, rate, correlation: 0.2 },
      { cases, sizes: 'from 1', mean: 4, rate, correlation: 1 },
      { cases, sizes: 'one', mean: 1, rate, correlation: 0 },
    ]),
  );
  const few = [5, 6, 8, 10].flatMap((cases) =>
    [0.8, 0.95].flatMap((rate) =>
      [0, 0.3].map((correlation): RatioCell => ({ cases, sizes: 'from 1', mean: 4, rate, correlation })),
    ),
  );
  return [
    ...grid.map((cell): RatioTask => ({ kind: 'ratio', group: 'grid', cell, draws })),
    ...limit.map((cell): RatioTask => ({ kind: 'ratio', group: 'limit', cell, draws })),
    ...few.map((cell): RatioTask => ({ kind: 'ratio', group: 'few', cell, draws })),
  ];
}

/** F1: recall, spurious findings per defect, correlation; then two harder laws outside the grid. */
export function planF1(scale: Scale): F1Task[] {
  const { draws } = scale;
  const grid: F1Cell[] = [];
  for (const cases of scale.cases) {
    for (const mean of scale.f1Means) {
      for (const sizes of LAWS) {
        for (const recall of [0.5, 0.8, 0.95]) {
          for (const perDefect of [0.1, 0.5, 1]) {
            for (const correlation of scale.f1Correlations) {
              const spurious = perDefect * mean;
              const rates = { recall, correlation, confusion: CONFUSION, spurious, burst: 0 };
              grid.push({ cases, sizes, mean, rates });
            }
          }
        }
      }
    }
  }
  const hard = { recall: 0.95, correlation: 0.5 };
  const limit = scale.cases.flatMap((cases): F1Cell[] => [
    { cases, sizes: 'from 0', mean: 8, rates: { ...hard, confusion: CONFUSION, spurious: 0.4, burst: 0 } },
    { cases, sizes: 'from 0', mean: 8, rates: { ...hard, confusion: 0, spurious: 0.4, burst: 1 } },
  ]);
  return [
    ...grid.map((cell): F1Task => ({ kind: 'f1', group: 'grid', cell, draws })),
    ...limit.map((cell): F1Task => ({ kind: 'f1', group: 'limit', cell, draws })),
  ];
}

/** Twelve cells from all over the ratio grid. */
export function planBootstraps(scale: Scale): BootstrapTask[] {
  const settings = [
    { mean: 4, rate: 0.7, correlation: 0.1 },
    { mean: 2, rate: 0.9, correlation: 0.2 },
    { mean: 4, rate: 0.95, correlation: 0.3 },
    { mean: 8, rate: 0.99, correlation: 0.5 },
  ];
  const { bootstrapDraws: draws, replicates } = scale;
  return [20, 50, 100].flatMap((cases) =>
    settings.map((setting): BootstrapTask => {
      const cell: RatioCell = { cases, sizes: 'from 0', ...setting };
      return { kind: 'bootstrap', cell, draws, replicates };
    }),
  );
}

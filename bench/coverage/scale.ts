/** How much is simulated. */
export interface Scale {
  /** The ratio grid. */
  cases: readonly number[];
  means: readonly number[];
  rates: readonly number[];
  correlations: readonly number[];
  /** The F1 grid, with the same numbers of cases. */
  f1Means: readonly number[];
  f1Correlations: readonly number[];
  /** Draws a cell. */
  draws: number;
  bootstrapDraws: number;
  /** Of the bootstrap. */
  replicates: number;
  /** Of two models, a scenario. */
  comparisons: number;
  /** Drawn for a test; the product draws 9,999 or more. The level of the test is the same. */
  permutations: number;
  boards: number;
  powerComparisons: number;
}

/** What the bars are stated for. */
export const FULL_SCALE: Scale = {
  cases: [20, 50, 100, 300, 1000],
  means: [1, 2, 4, 8],
  rates: [0.5, 0.7, 0.8, 0.9, 0.95, 0.99],
  correlations: [0, 0.1, 0.2, 0.3, 0.5],
  f1Means: [1, 3, 8],
  f1Correlations: [0, 0.2, 0.5],
  draws: 10_000,
  bootstrapDraws: 1_000,
  replicates: 999,
  comparisons: 20_000,
  permutations: 999,
  boards: 2_000,
  powerComparisons: 5_000,
};

/** Seconds instead of minutes: shows that everything runs; its figures are rough. */
export const QUICK_SCALE: Scale = {
  cases: [20, 100],
  means: [1, 4],
  rates: [0.7, 0.95],
  correlations: [0, 0.3],
  f1Means: [3],
  f1Correlations: [0, 0.2],
  draws: 1_000,
  bootstrapDraws: 50,
  replicates: 199,
  comparisons: 200,
  permutations: 199,
  boards: 10,
  powerComparisons: 100,
};

import { type Result, resultsOf } from './task.ts';

/** What the bars are held against. */
export interface Headline {
  /** Lowest coverage of all cells of the ratio and the F1 grid. */
  minCoverage: number;
  /** Of the ratio grid, against Wilson's interval with the correlation known: mean over cells, and median. */
  meanWidthRatio: number;
  medianWidthRatio: number;
  /** Highest share called different: of identical models, and of equal F1 with unlike models from 20 cases. */
  falseDifferenceRate: number;
  falseDifferenceRateUnlike: number;
}

export interface Bar {
  name: string;
  measured: number;
  /** At least, or at most, so much. */
  least?: number;
  most?: number;
}

export function computeHeadline(results: readonly Result[]): Headline {
  const ratios = resultsOf(results, 'ratio').filter(({ task }) => task.group === 'grid');
  const f1 = resultsOf(results, 'f1').filter(({ task }) => task.group === 'grid');
  const widths = ratios.map(({ outcome }) => outcome.widthRatio);
  const worstDifferent = (group: 'identical' | 'unlike') => {
    const scenarios = resultsOf(results, 'comparison').filter(({ task }) => task.group === group);
    return Math.max(...scenarios.map(({ outcome }) => outcome.different));
  };
  return {
    minCoverage: Math.min(...[...ratios, ...f1].map(({ outcome }) => outcome.coverage)),
    meanWidthRatio: computeMean(widths),
    medianWidthRatio: computeMedian(widths),
    falseDifferenceRate: worstDifferent('identical'),
    falseDifferenceRateUnlike: worstDifferent('unlike'),
  };
}

/** The last line of the output: the headline without the median, as one JSON. */
export function renderLastLine({ medianWidthRatio: _, ...last }: Headline): string {
  return JSON.stringify(last);
}

/** The bars of section 8 of the scoring page. */
export function listBars(headline: Headline): Bar[] {
  return [
    { name: 'lowest coverage of any cell, ratios and F1', measured: headline.minCoverage, least: 0.93 },
    { name: 'mean width ratio over cells', measured: headline.meanWidthRatio, most: 1.13 },
    { name: 'median width ratio over cells', measured: headline.medianWidthRatio, most: 1.06 },
    { name: 'identical models called different', measured: headline.falseDifferenceRate, most: 0.055 },
    { name: 'equal F1, unlike models', measured: headline.falseDifferenceRateUnlike, most: 0.07 },
  ];
}

export function isMet({ measured, least = -Infinity, most = Infinity }: Bar): boolean {
  return measured >= least && measured <= most;
}

export function computeMean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function computeMedian(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

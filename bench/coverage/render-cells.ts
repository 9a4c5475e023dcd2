import { type Result, resultsOf } from './task.ts';

const HEADER = 'figure,cases,items,mean,rate,correlation,spurious,coverage,width,widthRatio,wald,wilson';

/**
 * Every cell of the ratio and the F1 grid as CSV, for whoever wants to look closer. For F1 `items` are defects,
 * `rate` is recall and `spurious` a mean a case; a width ratio and plain intervals are ratios' alone.
 */
export function renderCells(results: readonly Result[]): string {
  const ratios = resultsOf(results, 'ratio')
    .filter(({ task }) => task.group === 'grid')
    .map(({ task: { cell }, outcome }) => [
      ...['ratio', cell.cases, cell.sizes, cell.mean, cell.rate, cell.correlation, ''],
      ...[round(outcome.coverage, 4), round(outcome.width), round(outcome.widthRatio)],
      ...[round(outcome.wald), round(outcome.wilson)],
    ]);
  const f1 = resultsOf(results, 'f1')
    .filter(({ task }) => task.group === 'grid')
    .map(({ task: { cell }, outcome }) => [
      ...['f1', cell.cases, cell.sizes, cell.mean, cell.rates.recall, cell.rates.correlation],
      ...[round(cell.rates.spurious), round(outcome.coverage, 4), round(outcome.width), '', '', ''],
    ]);
  return `${[HEADER, ...[...ratios, ...f1].map((row) => row.join(','))].join('\n')}\n`;
}

function round(value: number, decimals = 3): number {
  return Number(value.toFixed(decimals));
}

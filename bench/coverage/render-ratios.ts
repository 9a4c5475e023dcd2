import { computeMean, computeMedian } from './headline.ts';
import type { RatioCoverage } from './measure-coverage.ts';
import type { RatioCell } from './ratio-cell.ts';
import { format, renderTable } from './render-table.ts';
import { type Result, resultsOf } from './task.ts';

interface Measured {
  cell: RatioCell;
  outcome: RatioCoverage;
}

/** How many of the worst cells are named. */
const WORST = 12;

const least = (values: readonly number[]) => format(Math.min(...values));

/** Coverage and width of the intervals of ratios: the grid in sums, and the worst cells. */
export function renderRatios(results: readonly Result[]): string {
  const grid = selectGroup(results, 'grid');
  return [
    '### Ratios: coverage and width',
    `${grid.length.toLocaleString('en')} cells. Width: mean width over that of Wilson's interval with the correlation known. Worst: the lowest coverage of any cell of the row.`,
    renderSums(grid),
    `The ${WORST} cells with the lowest coverage:`,
    renderCells(grid.toSorted((a, b) => a.outcome.coverage - b.outcome.coverage).slice(0, WORST)),
    'Worst coverage by number of cases and rate:',
    renderMatrix(grid),
  ].join('\n\n');
}

/** Outside the grid: the known limits of the method, and fewer cases than the grid has. */
export function renderRatioLimits(results: readonly Result[]): string {
  return [
    '### Ratios: known limits',
    'Case sizes with a heavy tail (P(m) ∝ 1/m² up to 200 items; correlation 0.2), cases that succeed wholly or not at all (correlation 1), and exactly one item a case, which is plainly binomial:',
    renderCells(selectGroup(results, 'limit')),
    'Fewer cases than the grid has (`from 1`, 4 items):',
    renderCells(selectGroup(results, 'few')),
  ].join('\n\n');
}

function selectGroup(results: readonly Result[], group: 'grid' | 'limit' | 'few'): Measured[] {
  return resultsOf(results, 'ratio')
    .filter(({ task }) => task.group === group)
    .map(({ task, outcome }) => ({ cell: task.cell, outcome }));
}

function renderSums(grid: readonly Measured[]): string {
  const headers = ['', 'worst', 'mean', 'width mean', 'width median', 'worst Wald', 'worst Wilson'];
  const row = (name: string, cells: readonly Measured[]) => {
    const of = (key: keyof RatioCoverage) => cells.map(({ outcome }) => outcome[key]);
    const widths = [computeMean(of('widthRatio')), computeMedian(of('widthRatio'))];
    const coverage = [least(of('coverage')), format(computeMean(of('coverage')))];
    return [
      name,
      ...coverage,
      ...widths.map((width) => format(width)),
      least(of('wald')),
      least(of('wilson')),
    ];
  };
  const by = (name: string, key: keyof RatioCell) =>
    distinct(grid, key).map((value) =>
      row(
        `${name} ${value}`,
        grid.filter(({ cell }) => cell[key] === value),
      ),
    );
  return renderTable(headers, [
    row('all cells', grid),
    ...by('cases', 'cases'),
    ...by('items a case', 'mean'),
    ...by('items', 'sizes'),
    ...by('rate', 'rate'),
    ...by('correlation', 'correlation'),
  ]);
}

function renderCells(cells: readonly Measured[]): string {
  const headers = [
    'cases',
    'items',
    'mean',
    'rate',
    'correlation',
    'coverage',
    'none',
    'width',
    'Wald',
    'Wilson',
  ];
  const rows = cells.map(({ cell, outcome }) => [
    `${cell.cases}`,
    cell.sizes,
    `${cell.mean}`,
    `${cell.rate}`,
    `${cell.correlation}`,
    format(outcome.coverage),
    format(outcome.noInterval, 4),
    format(outcome.widthRatio),
    format(outcome.wald),
    format(outcome.wilson),
  ]);
  return renderTable(headers, rows, 2);
}

function renderMatrix(grid: readonly Measured[]): string {
  const rates = distinct(grid, 'rate');
  const rows = distinct(grid, 'cases').map((cases) => [
    `${cases} cases`,
    ...rates.map((rate) => {
      const cells = grid.filter(({ cell }) => cell.cases === cases && cell.rate === rate);
      return least(cells.map(({ outcome }) => outcome.coverage));
    }),
  ]);
  return renderTable(['', ...rates.map((rate) => `rate ${rate}`)], rows);
}

function distinct<K extends keyof RatioCell>(grid: readonly Measured[], key: K): RatioCell[K][] {
  return [...new Set(grid.map(({ cell }) => cell[key]))];
}

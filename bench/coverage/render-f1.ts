import type { F1Cell, F1Coverage } from './f1-cell.ts';
import { computeMean } from './headline.ts';
import { format, renderTable } from './render-table.ts';
import { type Result, resultsOf } from './task.ts';

interface Measured {
  cell: F1Cell;
  outcome: F1Coverage;
}

/** How many of the worst cells are named. */
const WORST = 8;

/** Coverage of the intervals of F1: the grid in sums, the worst cells, and laws outside the grid. */
export function renderF1(results: readonly Result[]): string {
  const select = (group: 'grid' | 'limit'): Measured[] =>
    resultsOf(results, 'f1')
      .filter(({ task }) => task.group === group)
      .map(({ task, outcome }) => ({ cell: task.cell, outcome }));
  const grid = select('grid');
  return [
    '### F1: coverage',
    `${grid.length.toLocaleString('en')} cells.`,
    renderSums(grid),
    `The ${WORST} cells with the lowest coverage:`,
    renderCells(grid.toSorted((a, b) => a.outcome.coverage - b.outcome.coverage).slice(0, WORST)),
    'Known limits: hardly a false alarm but where a strongly clustered model misses, and bursts of false alarms (one more, in the mean, for every missed defect, with a heavy tail):',
    renderCells(select('limit')),
  ].join('\n\n');
}

function renderSums(grid: readonly Measured[]): string {
  const row = (name: string, cells: readonly Measured[]) => {
    const coverages = cells.map(({ outcome }) => outcome.coverage);
    const width = computeMean(cells.map(({ outcome }) => outcome.width));
    return [name, format(Math.min(...coverages)), format(computeMean(coverages)), format(width)];
  };
  const by = (name: string, of: (cell: F1Cell) => number | string) =>
    [...new Set(grid.map(({ cell }) => of(cell)))].map((value) =>
      row(
        `${name} ${value}`,
        grid.filter(({ cell }) => of(cell) === value),
      ),
    );
  return renderTable(
    ['', 'worst', 'mean', 'mean width'],
    [
      row('all cells', grid),
      ...by('cases', ({ cases }) => cases),
      ...by('defects a case', ({ mean }) => mean),
      ...by('defects', ({ sizes }) => sizes),
      ...by('recall', ({ rates }) => rates.recall),
      ...by('spurious findings per defect', ({ rates, mean }) => format(rates.spurious / mean, 1)),
      ...by('correlation', ({ rates }) => rates.correlation),
    ],
  );
}

function renderCells(cells: readonly Measured[]): string {
  const headers = [
    'cases',
    'defects',
    'mean',
    'recall',
    'correlation',
    'spurious',
    'burst',
    'F1',
    'coverage',
  ];
  const rows = cells.map(({ cell, outcome }) => [
    `${cell.cases}`,
    cell.sizes,
    `${cell.mean}`,
    `${cell.rates.recall}`,
    `${cell.rates.correlation}`,
    format(cell.rates.spurious, 1),
    `${cell.rates.burst}`,
    format(outcome.f1),
    format(outcome.coverage),
  ]);
  return renderTable(headers, rows, 2);
}

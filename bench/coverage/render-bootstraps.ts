import { format, renderTable } from './render-table.ts';
import { type Result, resultsOf } from './task.ts';

/** Our interval beside two bootstraps over cases, on the same draws. */
export function renderBootstraps(results: readonly Result[]): string {
  const measured = resultsOf(results, 'bootstrap');
  const { draws, replicates } = measured[0]!.task;
  const headers = ['cases', 'mean', 'rate', 'correlation'];
  const columns = ['ours', 'percentile', 'BCa', 'width ours', 'width percentile', 'width BCa'];
  const rows = measured.map(({ task: { cell }, outcome }) => [
    ...[cell.cases, cell.mean, cell.rate, cell.correlation].map(String),
    ...[outcome.ours, outcome.percentile, outcome.bca].map((share) => format(share)),
    ...[outcome.widthOurs, outcome.widthPercentile, outcome.widthBca].map((width) => format(width)),
  ]);
  return [
    '### Ratios: the bootstrap',
    `Coverage and mean width of a percentile and a BCa bootstrap over cases on a sample of ${measured.length} cells (items from 0): ${draws.toLocaleString('en')} draws a cell, ${replicates} replicates a draw.`,
    renderTable([...headers, ...columns], rows, 0),
  ].join('\n\n');
}

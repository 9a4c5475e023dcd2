import type { ComparisonTask } from './comparison-scenario.ts';
import { format, formatPercent, renderTable } from './render-table.ts';
import { type Result, resultsOf } from './task.ts';

/** How often equal models are called different. */
export function renderComparisons(results: readonly Result[]): string {
  const { comparisons, permutations } = resultsOf(results, 'comparison')[0]!.task;
  return [
    '### Two models: false differences',
    `${comparisons.toLocaleString('en')} comparisons a scenario, ${permutations} permutations a test where not all arrangements are enumerated (the product draws 9,999 or more; the level is the same). Different: p <= 0.05. Exact: share of tests with all arrangements. Coverage: of the difference's interval.`,
    'Identical models (the same law, independent answers given the case):',
    renderGroup(results, 'identical'),
    'Equal F1, unlike models:',
    renderGroup(results, 'unlike'),
    'The same from under 20 cases, where no bar holds:',
    renderGroup(results, 'few'),
  ].join('\n\n');
}

function renderGroup(results: readonly Result[], group: ComparisonTask['group']): string {
  const headers = ['scenario', 'cases', 'different', 'exact', 'no test', 'coverage', 'no interval'];
  const rows = resultsOf(results, 'comparison')
    .filter(({ task }) => task.group === group)
    .map(({ task, outcome }) => [
      task.name,
      `${task.cases}`,
      formatPercent(outcome.different),
      format(outcome.exact, 2),
      format(outcome.noTest, 4),
      format(outcome.coverage),
      format(outcome.noInterval, 4),
    ]);
  return renderTable(headers, rows);
}

/** Whole boards, as the product compares them. */
export function renderBoards(results: readonly Result[]): string {
  const measured = resultsOf(results, 'board');
  const { boards, cases } = measured[0]!.task;
  const headers = ['board', 'any false difference', 'the same without Holm', 'rank interval misses'];
  const rows = measured.map(({ task, outcome }) => [
    task.name,
    formatPercent(outcome.familywise),
    formatPercent(outcome.unadjusted),
    formatPercent(outcome.wrongRanks),
  ]);
  return [
    '### Boards: familywise rate',
    `${boards.toLocaleString('en')} boards of ${cases} cases, compared by the product's own \`compareBoard\` with its own number of permutations. Any false difference: at least one pair of identical models is called different. Rank interval misses: of an identical model, a rank that it shares.`,
    renderTable(headers, rows),
  ].join('\n\n');
}

/** What pairing gains. */
export function renderPower(results: readonly Result[]): string {
  const measured = resultsOf(results, 'power');
  const { cases, comparisons } = measured[0]!.task;
  const headers = ['scenario', 'true difference', 'correlation', 'paired', 'pairing broken', 'unpaired z'];
  const rows = measured.map(({ task, outcome }) => [
    task.name,
    format(outcome.difference),
    format(outcome.correlation, 2),
    formatPercent(outcome.paired, 1),
    formatPercent(outcome.shuffled, 1),
    formatPercent(outcome.unpaired, 1),
  ]);
  return [
    '### Power: what pairing gains',
    `Share of ${comparisons.toLocaleString('en')} comparisons over ${cases} cases in which a true difference of F1 is seen (p <= 0.05): by the paired test; by the same test with B's cases shuffled; by a z test of two independent ratios (linearised, 1.96). Correlation: of the two models' errors over cases.`,
    renderTable(headers, rows),
  ].join('\n\n');
}

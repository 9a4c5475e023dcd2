import { type Headline, isMet, listBars } from './headline.ts';
import { renderBootstraps } from './render-bootstraps.ts';
import { renderBoards, renderComparisons, renderPower } from './render-comparisons.ts';
import { renderF1 } from './render-f1.ts';
import { renderRatioLimits, renderRatios } from './render-ratios.ts';
import { format, renderTable } from './render-table.ts';
import type { Result } from './task.ts';

/**
 * All tables as Markdown. The same results give the same text.
 * @param input.isRough of too few draws to hold a bar against.
 */
export function renderReport(input: {
  results: readonly Result[];
  headline: Headline;
  seed: string;
  isRough: boolean;
}): string {
  const { results, headline, seed, isRough } = input;
  const bars = listBars(headline).map((bar) => [
    bar.name,
    bar.least === undefined ? `at most ${bar.most}` : `at least ${bar.least}`,
    format(bar.measured, 4),
    isRough ? 'too rough to tell' : isMet(bar) ? 'met' : 'NOT MET',
  ]);
  const draws = results.find((result) => result.kind === 'ratio')!.task.draws;
  return [
    '### Bars',
    `Seed \`${seed}\`, ${draws.toLocaleString('en')} draws a cell: one standard error of a coverage of 0.95 is ${format(Math.sqrt((0.95 * 0.05) / draws), 4)}.`,
    renderTable(['bar', 'must be', 'measured', ''], bars),
    renderRatios(results),
    renderBootstraps(results),
    renderRatioLimits(results),
    renderF1(results),
    renderComparisons(results),
    renderBoards(results),
    renderPower(results),
  ].join('\n\n');
}

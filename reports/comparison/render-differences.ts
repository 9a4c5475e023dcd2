import type { PairComparison } from '../../evals/statistics/pair-comparison.ts';
import type { IntervalAxis, IntervalRow } from '../charts/build-interval-chart.ts';
import { renderIntervalChart } from '../charts/render-interval-chart.ts';
import { formatNumber, formatPoints } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { renderTable } from '../render/render-table.ts';
import { countCases, type ReportContext } from '../report-context.ts';

const rowsPerChart = 8;

type Words = Pick<ReportContext, 'words' | 'language'>;

/** Every two models: the difference drawn, in points, and above all in words. */
export async function renderDifferences(context: ReportContext): Promise<Html> {
  const { result, words } = context;
  if (result.comparisons.length === 0) return html`<p>${words.differences.single}</p>`;
  const pairs = orientPairs(
    result.comparisons,
    result.models.map(({ model }) => model.id),
  );
  const charts: Html[] = [];
  for (let start = 0; start < pairs.length; start += rowsPerChart) {
    charts.push(await renderPairChart(context, pairs, start));
  }
  const columns = words.differences.columns;
  return html`<p>${words.differences.lead}</p>
${renderTable({
  caption: words.differences.table,
  columns: [
    { head: columns.pair },
    { head: columns.words },
    { head: columns.difference },
    { head: columns.p, numeric: true },
  ],
  rows: pairs.map((pair) => [
    words.differences.pair(pair.a, pair.b),
    html`${sayDifference(context, pair)}${sayConflict(context, pair)}`,
    html`<span class="fig"><b>${differenceText(context, pair)}</b> <small>${differenceRange(context, pair)}</small></span>`,
    pair.pHolm === null ? words.figure.none : pText(context, pair.pHolm),
  ]),
})}
${pairs.some(isConflict) ? html`<p>${words.differences.conflict}</p>` : ''}
<div class="charts">${charts}</div>`;
}

/** The pairs in the order of the models, each with the one that stands first in it as `a`. */
export function orientPairs(pairs: readonly PairComparison[], order: readonly string[]): PairComparison[] {
  const place = (id: string) => order.indexOf(id);
  const oriented = pairs.map((pair) => (place(pair.a) < place(pair.b) ? pair : turnPair(pair)));
  return oriented.toSorted((x, y) => place(x.a) - place(y.a) || place(x.b) - place(y.b));
}

function turnPair(pair: PairComparison): PairComparison {
  const { difference, interval } = pair;
  return {
    ...pair,
    a: pair.b,
    b: pair.a,
    difference: difference === null ? null : 0 - difference,
    interval:
      interval === null ? null : { low: 0 - interval.high, high: 0 - interval.low, level: interval.level },
  };
}

/** What the test allows to be said of a pair. */
export function sayDifference(context: Words, pair: PairComparison): string {
  const { words, language } = context;
  const cases = countCases(context, pair.cases);
  if (pair.difference === null) return words.differences.unknown;
  if (pair.different)
    return pair.difference > 0
      ? words.differences.better(pair.a, pair.b)
      : words.differences.better(pair.b, pair.a);
  if (pair.difference === 0 && pair.p === 1 && pair.interval === null) return words.differences.same;
  const alike = words.differences.alike(cases);
  if (pair.smallestDetectable === null) return alike;
  return `${alike} ${words.differences.detectable(cases, formatNumber(pair.smallestDetectable * 100, language, 0))}`;
}

function isConflict({ different, interval }: PairComparison): boolean {
  if (interval === null) return false;
  const leavesZeroOut = interval.low > 0 || interval.high < 0;
  return different !== leavesZeroOut;
}

/** Where the test and the interval do not say the same: that the test decides. */
function sayConflict({ words }: Words, pair: PairComparison): Html | '' {
  const { different } = pair;
  if (!isConflict(pair)) return '';
  return html` <small>${different ? words.differences.testAlone : words.differences.intervalAlone}</small>`;
}

/** In points, with its sign. */
export function differenceText({ words, language }: Words, pair: PairComparison): string {
  return pair.difference === null ? words.figure.undefined : formatPoints(pair.difference, language);
}

/** The ends of its interval, in points. */
export function differenceRange({ words, language }: Words, pair: PairComparison): string {
  if (pair.interval === null) return words.figure.none;
  return `${formatPoints(pair.interval.low, language)} – ${formatPoints(pair.interval.high, language)}`;
}

export function pText({ language }: Words, p: number): string {
  return p < 0.001 ? `< ${formatNumber(0.001, language, 3)}` : formatNumber(p, language, 3);
}

function renderPairChart(
  context: ReportContext,
  all: readonly PairComparison[],
  start: number,
): Promise<Html> {
  const { words } = context;
  const pairs = all.slice(start, start + rowsPerChart);
  return renderIntervalChart({
    id: `figur-forskel-${start}`,
    title: start === 0 ? words.differences.chartTitle : words.page.continued(words.differences.chartTitle),
    note: words.differences.chart,
    rows: pairs.map(
      (pair): IntervalRow => ({
        label: words.differences.pair(pair.a, pair.b),
        valueText: differenceText(context, pair),
        value: pair.difference,
        low: pair.interval?.low ?? null,
        high: pair.interval?.high ?? null,
      }),
    ),
    intervals: pairs.map((pair) => differenceRange(context, pair)),
    axis: differenceAxis(all),
  });
}

/** From 'no difference' outwards on each side, to the next 25 points, and at least 25. */
function differenceAxis(pairs: readonly PairComparison[]): IntervalAxis {
  const ends = pairs.flatMap(({ difference, interval }) => [
    difference ?? 0,
    interval?.low ?? 0,
    interval?.high ?? 0,
  ]);
  const reach = (end: number) => Math.min(1, Math.max(0.25, Math.ceil(end * 4) / 4));
  const low = 0 - reach(0 - Math.min(...ends));
  const high = reach(Math.max(...ends));
  const ticks = [low, 0, high].map((at) => ({
    at,
    label: at === 0 ? '0' : `${at > 0 ? '+' : '−'}${Math.abs(at) * 100}`,
  }));
  return { domain: [low, high], ticks, reference: 0 };
}

import type { Language } from '../../datasets/language.ts';
import type { Figure } from '../../evals/statistics/interval.ts';
import { formatNumber, nbsp } from '../render/format-number.ts';
import { type Html, html } from '../render/html.ts';
import { buildIntervalChart, type IntervalAxis, type IntervalRow } from './build-interval-chart.ts';
import { renderChart } from './render-chart.ts';

export interface IntervalChart {
  id: string;
  title: string;
  /** Below the title: what way is good. */
  note: string;
  rows: readonly IntervalRow[];
  axis: IntervalAxis;
  /** The interval of each row in words, for the description. */
  intervals: readonly string[];
}

/** A figure with its caption and its chart; the description says every row in words. */
export async function renderIntervalChart(chart: IntervalChart): Promise<Html> {
  const said = chart.rows.map(
    ({ label, note, valueText }, place) =>
      `${label}: ${valueText} (${[chart.intervals[place], ...(note === undefined ? [] : [note])].join(', ')})`,
  );
  const svg = renderChart(buildIntervalChart(chart.rows, chart.axis), {
    id: chart.id,
    title: chart.title,
    description: `${said.join('; ')}.`,
  });
  return html`<figure><figcaption>${chart.title}<small>${chart.note}</small></figcaption>${svg}</figure>`;
}

/**
 * The axis that all shares have in common: 0 to 100 %. Only for figures that fall below zero
 * (chance-adjusted ones) it begins lower, and zero gets a strong line.
 */
export function shareAxis(language: Language, figures: readonly Figure[] = []): IntervalAxis {
  const percent = language === 'da' ? `${nbsp}%` : '%';
  const start = axisStart(figures);
  const step = start < -1 ? 1 - start : start < -0.25 ? 0.5 : 0.25;
  const ticks = new Set([start, ...Array.from({ length: 5 }, (_, at) => 1 - at * step), 0]);
  return {
    domain: [start, 1],
    ticks: [...ticks]
      .filter((at) => at >= start)
      .toSorted((a, b) => a - b)
      .map((at) => ({ at, label: `${formatNumber(at * 100, language)}${at % 0.5 === 0 ? percent : ''}` })),
    ...(start < 0 ? { reference: 0 } : {}),
  };
}

/** The lowest end, outwards to the next quarter; far below zero to the next whole. */
function axisStart(figures: readonly Figure[]): number {
  const lowest = Math.min(
    0,
    ...figures.map(({ value, interval }) => Math.min(value ?? 0, interval?.low ?? 0)),
  );
  if (lowest === 0) return 0;
  return lowest >= -1 ? Math.floor(lowest * 4) / 4 : Math.floor(lowest);
}

import type { Language } from '../../datasets/language.ts';
import { nbsp } from '../render/format-number.ts';
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
  const svg = await renderChart(buildIntervalChart(chart.rows, chart.axis), {
    id: chart.id,
    title: chart.title,
    description: `${said.join('; ')}.`,
  });
  return html`<figure><figcaption>${chart.title}<small>${chart.note}</small></figcaption>${svg}</figure>`;
}

/** The axis that all shares have in common: 0 to 100 %. */
export function shareAxis(language: Language): IntervalAxis {
  const percent = language === 'da' ? `${nbsp}%` : '%';
  return {
    domain: [0, 1],
    ticks: [0, 25, 50, 75, 100].map((tick) => ({
      at: tick / 100,
      label: tick % 50 === 0 ? `${tick}${percent}` : `${tick}`,
    })),
  };
}

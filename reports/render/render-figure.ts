import type { Figure } from '../../evals/statistics/interval.ts';
import type { IntervalRow } from '../charts/build-interval-chart.ts';
import type { MeasureUnit } from '../measures.ts';
import type { ReportContext } from '../report-context.ts';
import { formatCount, formatNumber, formatShare, formatShareRange } from './format-number.ts';
import { type Html, html } from './html.ts';

type Words = Pick<ReportContext, 'words' | 'language'>;

/** The figure alone: `71,4 %`, `2,50` or `ikke defineret`. */
export function figureText(figure: Figure, { words, language }: Words, unit: MeasureUnit = 'share'): string {
  if (figure.value === null) return words.figure.undefined;
  return unit === 'share' ? formatShare(figure.value, language) : formatNumber(figure.value, language, 2);
}

/** The interval, or why there is none; for an undefined figure why it is undefined. */
export function intervalText(
  figure: Figure,
  context: Words,
  unit: MeasureUnit = 'share',
  none?: string,
): string {
  const { words, language } = context;
  if (figure.interval !== null) {
    const { low, high } = figure.interval;
    if (unit === 'share') return formatShareRange(low, high, language);
    return `${formatNumber(low, language, 2)}–${formatNumber(high, language, 2)}`;
  }
  if (figure.value === null) return none ?? words.figure.none;
  const reason = figure.reason === undefined || figure.reason === 'undefined' ? 'tooFewCases' : figure.reason;
  return words.figure.noInterval(words.figure.reasons[reason]);
}

/** A figure for a cell: itself, and below it its interval (or why not) and n. */
export function renderFigure(
  figure: Figure,
  context: Words,
  unit: MeasureUnit = 'share',
  none?: string,
): Html {
  const n = context.words.figure.n(formatCount(figure.cases, context.language));
  return html`<span class="fig"><b>${figureText(figure, context, unit)}</b> <small${figure.interval === null ? html` class="why"` : ''}>${intervalText(figure, context, unit, none)}</small> <small>${n}</small></span>`;
}

/** A figure as a row of a chart on the axis from 0 to 1. */
export function intervalRow(label: string, figure: Figure, context: Words): IntervalRow {
  return {
    label,
    note: context.words.figure.n(formatCount(figure.cases, context.language)),
    valueText: figureText(figure, context),
    value: figure.value,
    low: figure.interval?.low ?? null,
    high: figure.interval?.high ?? null,
  };
}

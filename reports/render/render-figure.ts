import type { Language } from '../../datasets/language.ts';
import type { Figure, Interval } from '../../evals/statistics/interval.ts';
import type { IntervalRow } from '../charts/build-interval-chart.ts';
import type { MeasureUnit } from '../measures.ts';
import type { Wording } from '../wording/wording.ts';
import {
  formatCount,
  formatNumber,
  formatPoints,
  formatPointsRange,
  formatRange,
  formatShare,
  formatShareRange,
} from './format-number.ts';
import { type Html, html } from './html.ts';

/** All of a page's words that a figure takes. */
type Words = { words: Pick<Wording, 'figure'>; language: Language };

/** The figure alone: `71,4 %`, `2,50`, `+4,2 point` or `ikke defineret`. */
export function figureText(
  { value }: Figure,
  { words, language }: Words,
  unit: MeasureUnit = 'share',
): string {
  if (value === null) return words.figure.undefined;
  switch (unit) {
    case 'share':
      return formatShare(value, language);
    case 'mean':
      return formatNumber(value, language, 2);
    case 'distance':
      return words.figure.points(formatNumber(value * 100, language, 1));
    case 'difference':
      return words.figure.points(formatPoints(value, language));
  }
}

/** How many of its items a share counts; means over repeats show one decimal. */
export function hitsText({ value, items }: Figure, language: Language): string {
  return formatCount(Number(((value ?? 0) * items).toFixed(1)), language);
}

/** The interval, or why there is none; for an undefined figure why it is undefined. */
export function intervalText(
  figure: Figure,
  { words, language }: Words,
  unit: MeasureUnit = 'share',
  none?: string,
): string {
  if (figure.interval !== null) return rangeText(figure.interval, language, unit);
  const { reason } = figure;
  const known = reason === undefined || reason === 'undefined' ? undefined : reasonText(words, reason);
  if (figure.value === null) return known ?? none ?? words.figure.none;
  return words.figure.noInterval(known ?? words.figure.reasons.tooFewCases);
}

function rangeText({ low, high }: Interval, language: Language, unit: MeasureUnit): string {
  switch (unit) {
    case 'share':
      return formatShareRange(low, high, language);
    case 'mean':
      return formatRange(low, high, language, 2);
    case 'distance':
      return formatRange(low * 100, high * 100, language, 1);
    case 'difference':
      return formatPointsRange(low, high, language);
  }
}

/** A reason that this report does not know is shown as it is called. */
function reasonText(words: Words['words'], reason: string): string {
  const reasons: Record<string, string> = words.figure.reasons;
  return Object.hasOwn(reasons, reason) ? reasons[reason]! : reason;
}

/** A figure for a cell: itself, and below it its interval (or why not) and n. */
export function renderFigure(
  figure: Figure,
  context: Words,
  unit: MeasureUnit = 'share',
  none?: string,
): Html {
  const n = context.words.figure.n(formatCount(figure.cases, context.language));
  return html`<span class="fig"><b>${figureText(figure, context, unit)}</b> <small${figure.interval === null ? html` class="why"` : ''}>${intervalText(figure, context, unit, none)}</small> <small class="n">${n}</small></span>`;
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

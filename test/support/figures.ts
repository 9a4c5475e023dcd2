import type { Figure, FigureReason } from '../../evals/statistics/interval.ts';

/** A figure with its interval. */
export function figureOf(value: number, low: number, high: number, cases: number, items = cases): Figure {
  return {
    value,
    interval: { low: Math.min(low, value), high: Math.max(high, value), level: 0.95 },
    cases,
    items,
  };
}

/** A figure without an interval, or without a value. */
export function bareFigure(value: number | null, reason: FigureReason, cases = 0, items = cases): Figure {
  return { value, interval: null, reason, cases, items };
}

import { light } from '../render/tokens.ts';
import type { ChartMark, ChartSpec } from './chart-spec.ts';
import { buildSquarePlot, plotInk, plotSide, type SquareAxes } from './square-plot.ts';

/** Findings of like confidence: the mean of it, how often they are right, and the interval of that. */
export interface ReliabilityPoint {
  confidence: number;
  hitRate: number;
  low: number | null;
  high: number | null;
}

/**
 * The specification of a reliability diagram: hit rate over confidence with whiskers, and the diagonal on
 * which a model keeps what it promises. A filled dot has an interval, a hollow one has none.
 */
export function buildReliabilityChart(points: readonly ReliabilityPoint[], axes: SquareAxes): ChartSpec {
  return buildSquarePlot(
    axes,
    [
      {
        name: 'points',
        values: points.map((point) => ({ ...point, fill: point.low === null ? light.paper : plotInk })),
      },
      { name: 'whiskers', values: points.filter(({ low }) => low !== null).map((point) => ({ ...point })) },
    ],
    [diagonal(), whisker(), cap('low'), cap('high'), dot()],
  );
}

function diagonal(): ChartMark {
  const enter = {
    x: { value: 0 },
    x2: { value: plotSide },
    y: { value: plotSide },
    y2: { value: 0 },
    stroke: { value: plotInk },
    strokeWidth: { value: 1 },
    strokeDash: { value: [4, 4] },
  };
  return { type: 'rule', aria: false, encode: { enter } };
}

function whisker(): ChartMark {
  const enter = {
    x: { scale: 'x', field: 'confidence' },
    y: { scale: 'y', field: 'low' },
    y2: { scale: 'y', field: 'high' },
    stroke: { value: plotInk },
    strokeWidth: { value: 2 },
  };
  return { type: 'rule', aria: false, from: { data: 'whiskers' }, encode: { enter } };
}

function cap(end: 'low' | 'high'): ChartMark {
  const enter = {
    x: { scale: 'x', field: 'confidence', offset: -5 },
    x2: { scale: 'x', field: 'confidence', offset: 5 },
    y: { scale: 'y', field: end },
    stroke: { value: plotInk },
    strokeWidth: { value: 2 },
  };
  return { type: 'rule', aria: false, from: { data: 'whiskers' }, encode: { enter } };
}

function dot(): ChartMark {
  const enter = {
    x: { scale: 'x', field: 'confidence' },
    y: { scale: 'y', field: 'hitRate' },
    size: { value: 64 },
    fill: { field: 'fill' },
    stroke: { value: plotInk },
    strokeWidth: { value: 1.5 },
  };
  return { type: 'symbol', aria: false, from: { data: 'points' }, encode: { enter } };
}

import type { ChartMark, ChartSpec } from './chart-spec.ts';
import { buildSquarePlot, plotInk, type SquareAxes } from './square-plot.ts';
import { type CurvePoint, thinCurve } from './thin-curve.ts';

/**
 * The specification of a precision-recall curve, in the steps whose area is average precision: from one recall
 * to the next at the precision of the next. A dot stands where all findings are counted in.
 */
export function buildCurveChart(points: readonly CurvePoint[], axes: SquareAxes): ChartSpec {
  const thinned = thinCurve(points);
  const first = thinned[0];
  const start = first === undefined ? [] : [{ recall: 0, precision: first.precision }];
  return buildSquarePlot(
    axes,
    [
      {
        name: 'points',
        values: [...start, ...thinned].map(({ recall, precision }) => ({ recall, precision })),
      },
      { name: 'last', values: points.slice(-1).map(({ recall, precision }) => ({ recall, precision })) },
    ],
    [curve(), dot()],
  );
}

function curve(): ChartMark {
  const enter = {
    x: { scale: 'x', field: 'recall' },
    y: { scale: 'y', field: 'precision' },
    interpolate: { value: 'step-before' as const },
    stroke: { value: plotInk },
    strokeWidth: { value: 2 },
    strokeJoin: { value: 'round' as const },
  };
  return { type: 'line', aria: false, from: { data: 'points' }, encode: { enter } };
}

function dot(): ChartMark {
  const enter = {
    x: { scale: 'x', field: 'recall' },
    y: { scale: 'y', field: 'precision' },
    size: { value: 64 },
    fill: { value: plotInk },
  };
  return { type: 'symbol', aria: false, from: { data: 'last' }, encode: { enter } };
}

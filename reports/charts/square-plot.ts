import { light } from '../render/tokens.ts';
import type {
  ChartData,
  ChartMark,
  ChartScale,
  ChartSpec,
  RuleEncoding,
  TextEncoding,
} from './chart-spec.ts';

/** The side of a plot in px; with its labels it is 320 px wide, whole on a phone. */
export const plotSide = 258;

export const plotInk = light.ink;
const soft = light.line;
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';
const quarters = [0, 0.25, 0.5, 0.75, 1];
const shares: Pick<ChartScale, 'type' | 'domain' | 'zero' | 'nice' | 'clamp'> = {
  ...{ type: 'linear', domain: [0, 1], zero: false, nice: false, clamp: true },
};

export interface SquareAxes {
  /** Below the plot. */
  x: string;
  /** Above its left edge. */
  y: string;
  /** `50 %` for 0.5. */
  label: (share: number) => string;
}

/** The specification of a plot of one share over another, both from 0 to 100 %, with what `marks` draw on it. */
export function buildSquarePlot(
  axes: SquareAxes,
  data: readonly ChartData[],
  marks: readonly ChartMark[],
): ChartSpec {
  const ticks = quarters.map((at) => ({
    at,
    label: axes.label(at),
    align: at === 0 ? 'left' : at === 1 ? 'right' : 'center',
  }));
  return {
    width: plotSide,
    height: plotSide + 36,
    padding: { left: 50, right: 12, top: 24, bottom: 4 },
    autosize: 'none',
    background: 'transparent',
    data: [{ name: 'ticks', values: ticks }, ...data],
    scales: [
      { name: 'x', ...shares, range: [0, plotSide] },
      { name: 'y', ...shares, range: [plotSide, 0] },
    ],
    marks: [
      line({ x: { scale: 'x', field: 'at' }, y: { value: 0 }, y2: { value: plotSide } }),
      line({ y: { scale: 'y', field: 'at' }, x: { value: 0 }, x2: { value: plotSide } }),
      tickText({ x: { scale: 'x', field: 'at' }, y: { value: plotSide + 15 }, align: { field: 'align' } }),
      tickText({
        x: { value: -7 },
        y: { scale: 'y', field: 'at' },
        align: { value: 'right' },
        baseline: { value: 'middle' },
      }),
      title(axes.x, { x: { value: plotSide }, y: { value: plotSide + 32 }, align: { value: 'right' } }),
      title(axes.y, { x: { value: -50 }, y: { value: -11 }, align: { value: 'left' } }),
      ...marks,
    ],
  };
}

function line(places: Pick<RuleEncoding, 'x' | 'x2' | 'y' | 'y2'>): ChartMark {
  const enter = { ...places, stroke: { value: soft }, strokeWidth: { value: 1 } };
  return { type: 'rule', aria: false, from: { data: 'ticks' }, encode: { enter } };
}

type TextPlace = Pick<TextEncoding, 'x' | 'y' | 'align' | 'baseline'>;

function tickText(places: TextPlace): ChartMark {
  const enter = {
    ...places,
    text: { field: 'label' },
    fontSize: { value: 11 },
    font: { value: font },
    fill: { value: plotInk },
  };
  return { type: 'text', aria: false, from: { data: 'ticks' }, encode: { enter } };
}

function title(text: string, places: TextPlace): ChartMark {
  const enter = {
    ...places,
    text: { value: text },
    fontSize: { value: 12 },
    font: { value: font },
    fontWeight: { value: 600 },
    fill: { value: plotInk },
  };
  return { type: 'text', aria: false, encode: { enter } };
}

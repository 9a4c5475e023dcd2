import { cleanText } from '../../datasets/clean-text.ts';
import { cutText } from '../render/cut-text.ts';
import { light } from '../render/tokens.ts';
import type { Channel, ChartMark, ChartSpec, RuleEncoding, TextEncoding } from './chart-spec.ts';

/** One row: a name, the figure in words, a dot at `value` and whiskers from `low` to `high`. */
export interface IntervalRow {
  label: string;
  /** Behind the name, and kept where a long name is cut: `n = 12`. */
  note?: string;
  valueText: string;
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface IntervalAxis {
  domain: readonly [number, number];
  ticks: readonly { at: number; label: string }[];
  /** Where a strong line stands: 'no difference'. */
  reference?: number;
}

const width = 300;
const rowHeight = 42;
const track = 29;
/** Characters of a row's name and its figure together. */
const labelLength = 41;
const { ink, line: soft } = light;
const font = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/**
 * The specification of a dot-and-whiskers chart, 320 px wide so that it is whole on a phone. Rows tell the
 * models apart, not colours. A filled dot has an interval; a hollow one has none; an undefined figure has no dot.
 */
export function buildIntervalChart(rows: readonly IntervalRow[], axis: IntervalAxis): ChartSpec {
  const height = rows.length * rowHeight;
  const values = rows.map((row, place) => ({
    ...row,
    label: rowLabel(row),
    middle: place * rowHeight + track,
    top: place * rowHeight + 15,
    fill: row.low === null ? light.paper : ink,
  }));
  return {
    width,
    height: height + 20,
    padding: { left: 10, right: 10, top: 2, bottom: 2 },
    autosize: 'none',
    background: 'transparent',
    data: [
      { name: 'rows', values },
      { name: 'dots', values: values.filter(({ value }) => value !== null) },
      { name: 'whiskers', values: values.filter(({ low }) => low !== null) },
      {
        name: 'ticks',
        values: axis.ticks.map((tick) => ({ ...tick, align: alignAt(tick.at, axis.domain) })),
      },
      {
        name: 'rowTicks',
        values: values.flatMap(({ middle }) => axis.ticks.map(({ at }) => ({ at, middle }))),
      },
      {
        name: 'reference',
        values:
          axis.reference === undefined ? [] : values.map(({ middle }) => ({ at: axis.reference, middle })),
      },
    ],
    scales: [
      { name: 'x', type: 'linear', domain: [...axis.domain], range: [0, width], zero: false, nice: false },
    ],
    marks: [
      rule('rows', {
        x: { value: 0 },
        x2: { value: width },
        y: { field: 'middle' },
        stroke: soft,
        strokeWidth: 1,
      }),
      rule('rowTicks', { x: at('at'), ...around(4), stroke: soft, strokeWidth: 1 }),
      rule('reference', { x: at('at'), ...around(10), stroke: ink, strokeWidth: 1 }),
      rule('whiskers', { x: at('low'), x2: at('high'), y: { field: 'middle' }, stroke: ink, strokeWidth: 2 }),
      cap('low'),
      cap('high'),
      dot(),
      text('rows', {
        x: { value: 0 },
        y: { field: 'top' },
        text: { field: 'label' },
        align: { value: 'left' },
        fontWeight: 400,
      }),
      text('rows', {
        x: { value: width },
        y: { field: 'top' },
        text: { field: 'valueText' },
        align: { value: 'right' },
        fontWeight: 600,
      }),
      text('ticks', {
        x: at('at'),
        y: { value: height + 13 },
        text: { field: 'label' },
        align: { field: 'align' },
        fontWeight: 400,
        fontSize: 11,
      }),
    ],
  };
}

/** The outermost labels stay within the chart. */
function alignAt(at: number, [first, last]: IntervalAxis['domain']): string {
  if (at === first) return 'left';
  return at === last ? 'right' : 'center';
}

function rowLabel({ label, note, valueText }: IntervalRow): string {
  const suffix = note === undefined ? '' : ` (${note})`;
  return (
    cutLabel(
      cleanText(cutText(label, 2 * labelLength).text),
      labelLength - suffix.length - valueText.length,
    ) + suffix
  );
}

/** Vega cannot measure text without a canvas, so names are cut by their number of characters. */
function cutLabel(label: string, length: number): string {
  return label.length <= length ? label : `${label.slice(0, length - 1).trimEnd()}…`;
}

function at(field: string): Channel<number> {
  return { scale: 'x', field };
}

/** From above to below the line of a row. */
function around(reach: number): { y: Channel<number>; y2: Channel<number> } {
  return { y: { field: 'middle', offset: -reach }, y2: { field: 'middle', offset: reach } };
}

function rule(
  data: string,
  mark: Pick<RuleEncoding, 'x' | 'x2' | 'y' | 'y2'> & { stroke: string; strokeWidth: number },
): ChartMark {
  const { stroke, strokeWidth, ...places } = mark;
  const enter = { ...places, stroke: { value: stroke }, strokeWidth: { value: strokeWidth } };
  return { type: 'rule', aria: false, from: { data }, encode: { enter } };
}

function cap(end: 'low' | 'high'): ChartMark {
  const enter = {
    x: at(end),
    ...around(5),
    stroke: { value: ink },
    strokeWidth: { value: 2 },
  };
  return { type: 'rule', aria: false, from: { data: 'whiskers' }, encode: { enter } };
}

function dot(): ChartMark {
  const enter = {
    x: at('value'),
    y: { field: 'middle' },
    size: { value: 64 },
    fill: { field: 'fill' },
    stroke: { value: ink },
    strokeWidth: { value: 1.5 },
  };
  return { type: 'symbol', aria: false, from: { data: 'dots' }, encode: { enter } };
}

function text(
  data: string,
  mark: Required<Pick<TextEncoding, 'x' | 'y' | 'text' | 'align'>> & {
    fontWeight: 400 | 600;
    fontSize?: number;
  },
): ChartMark {
  const enter = {
    x: mark.x,
    y: mark.y,
    text: mark.text,
    align: mark.align,
    fontSize: { value: mark.fontSize ?? 12.5 },
    font: { value: font },
    fontWeight: { value: mark.fontWeight },
    fill: { value: ink },
  };
  return { type: 'text', aria: false, from: { data }, encode: { enter } };
}

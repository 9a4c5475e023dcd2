/** The part of Vega's specifications that charts here are written in. Vega draws the same of them, to the byte. */
export interface ChartSpec {
  /** Of the plot, in px, without its padding. */
  width: number;
  height: number;
  padding: { left: number; right: number; top: number; bottom: number };
  autosize: 'none';
  background: 'transparent';
  data: ChartData[];
  scales: ChartScale[];
  marks: ChartMark[];
}

export type Datum = Readonly<Record<string, unknown>>;

export interface ChartData {
  name: string;
  values: Datum[];
}

/** From numbers to px, linear. */
export interface ChartScale {
  name: 'x' | 'y';
  type: 'linear';
  domain: [number, number];
  range: [number, number];
  zero: false;
  nice: false;
  clamp?: boolean;
}

/** A value, or that of a datum's field, perhaps on a scale. */
export type Channel<T = unknown> =
  | { value: T }
  | { field: string; offset?: number }
  | { scale: ChartScale['name']; field: string; offset?: number };

interface Placed {
  x?: Channel<number>;
  y?: Channel<number>;
  stroke?: Channel<string>;
  strokeWidth?: Channel<number>;
}

export interface RuleEncoding extends Placed {
  x2?: Channel<number>;
  y2?: Channel<number>;
  strokeDash?: Channel<number[]>;
}

/** A circle. */
export interface SymbolEncoding extends Placed {
  /** Its area in px², where a circle of radius 1 has 4. */
  size: Channel<number>;
  fill: Channel<string>;
}

export interface LineEncoding extends Placed {
  interpolate: { value: 'step-before' };
  strokeJoin: { value: 'round' };
}

export interface TextEncoding extends Omit<Placed, 'stroke' | 'strokeWidth'> {
  text: Channel<string>;
  align: Channel<string>;
  baseline?: { value: 'middle' };
  font: { value: string };
  fontSize: { value: number };
  fontWeight?: { value: number };
  fill: Channel<string>;
}

interface MarkOf<Type extends string, Encoding> {
  type: Type;
  /** What a chart says stands in its description. */
  aria: false;
  /** Absent: one of it. */
  from?: { data: string };
  encode: { enter: Encoding };
}

export type ChartMark =
  | MarkOf<'rule', RuleEncoding>
  | MarkOf<'symbol', SymbolEncoding>
  | MarkOf<'line', LineEncoding>
  | MarkOf<'text', TextEncoding>;

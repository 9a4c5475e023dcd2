/** A point on the sheet, in millimetres from its upper left corner; y runs down. */
export type Point = readonly [xMm: number, yMm: number];

/** Greys only, as on a plotted drawing. */
export type Ink = 'black' | 'grey' | 'pale';

export interface Stroke {
  /** In millimetres; 0.5 and more: cut and main outlines, 0.25: what is seen, 0.13: dimensions and hatches. */
  weightMm: number;
  ink?: Ink;
  /** Lengths of dash and gap, in millimetres. */
  dash?: readonly number[];
}

export type Hatch = 'none' | 'white' | 'grey' | 'pale' | 'black' | 'diagonal' | 'boards' | 'earth';

/** What a text belongs to: the title block is read apart, and the mark is no part of the drawing. */
export type TextPart = 'drawing' | 'titleBlock' | 'info' | 'mark';

export interface TextElement {
  kind: 'text';
  /** The start, middle or end of the base line. */
  at: Point;
  text: string;
  sizeMm: number;
  bold?: boolean;
  ink?: Ink;
  anchor: 'start' | 'middle' | 'end';
  /** Read from below, or from the right: turned a quarter to the left. */
  rotation: 0 | -90;
  /** Clears what lies under it. */
  mask?: boolean;
  part: TextPart;
}

export interface LineElement {
  kind: 'line';
  from: Point;
  to: Point;
  stroke: Stroke;
}

export interface PolylineElement {
  kind: 'polyline';
  points: readonly Point[];
  stroke: Stroke;
}

export interface PolygonElement {
  kind: 'polygon';
  points: readonly Point[];
  hatch: Hatch;
  /** Absent: an area without outline. */
  stroke?: Stroke;
}

export interface CircleElement {
  kind: 'circle';
  centre: Point;
  radiusMm: number;
  hatch: Hatch;
  stroke: Stroke;
}

export type DrawingElement = LineElement | PolylineElement | PolygonElement | CircleElement | TextElement;

/** One sheet, ready to be rendered: primitive elements in the order in which they are drawn. */
export interface Drawing {
  /** For the file's own title; it is not on the sheet. */
  title: string;
  format: 'A3' | 'A4';
  widthMm: number;
  heightMm: number;
  /** The drawing is 1 to this. What the title block says may differ. */
  scale: number;
  elements: DrawingElement[];
}

import { arimoWidths } from './arimo-widths.ts';
import type { Point, TextElement } from './drawing.ts';

/** An upright rectangle on the sheet, in millimetres. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Of the text's size: how far letters with accents reach over the base line, and tails below it. */
const ascent = 0.78;
const descent = 0.22;

/** A text's width in the drawings' font, in millimetres. */
export function textWidthMm(text: string, sizeMm: number, bold = false): number {
  const widths = bold ? arimoWidths.bold : arimoWidths.regular;
  let units = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    // An unknown character is drawn as a box, which is as wide as the widest of the usual ones.
    units += widths.ascii[code - 0x20] ?? widths.latin1[code - 0xa0] ?? widths.others[character] ?? 2048;
  }
  return (units / 2048) * sizeMm;
}

/** The room that a text takes up. */
export function textBox({ at: [x, y], text, sizeMm, bold, anchor, rotation }: TextElement): Box {
  const width = textWidthMm(text, sizeMm, bold);
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  const [up, down] = [ascent * sizeMm, descent * sizeMm];
  if (rotation === 0) return { left: x - before, right: x - before + width, top: y - up, bottom: y + down };
  return { left: x - up, right: x + down, top: y + before - width, bottom: y + before };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

export function grow(box: Box, byMm: number): Box {
  return {
    left: box.left - byMm,
    right: box.right + byMm,
    top: box.top - byMm,
    bottom: box.bottom + byMm,
  };
}

export function corners({ left, top, right, bottom }: Box): Point[] {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** Whether a straight line touches a box (Liang and Barsky's clipping). */
export function crosses(box: Box, [x0, y0]: Point, [x1, y1]: Point): boolean {
  // Most lines are far away; this is asked millions of times.
  if (x0 < box.left ? x1 < box.left : x0 > box.right && x1 > box.right) return false;
  if (y0 < box.top ? y1 < box.top : y0 > box.bottom && y1 > box.bottom) return false;
  let [enter, leave] = [0, 1];
  const bounds: [number, number][] = [
    [x0 - x1, x0 - box.left],
    [x1 - x0, box.right - x0],
    [y0 - y1, y0 - box.top],
    [y1 - y0, box.bottom - y0],
  ];
  for (const [step, room] of bounds) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) {
      enter = Math.max(enter, room / step);
    } else {
      leave = Math.min(leave, room / step);
    }
  }
  return enter <= leave;
}

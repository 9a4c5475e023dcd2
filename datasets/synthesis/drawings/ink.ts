import type { Hatch, Ink } from './drawing.ts';

/** The one set of greys that all renderers use: 0 is black. */
export const inkGrey: Record<Ink, number> = { black: 0, grey: 0.45, pale: 0.75 };

/** Of areas; absent: no fill. Hatched areas are white under their lines. */
export const fillGrey: Record<Hatch, number | undefined> = {
  none: undefined,
  white: 1,
  pale: 0.93,
  grey: 0.78,
  black: 0,
  diagonal: 1,
  boards: 1,
  earth: 1,
};

/** Of a hatch. */
export const hatchStroke = { weightMm: 0.13, grey: 0.55 };

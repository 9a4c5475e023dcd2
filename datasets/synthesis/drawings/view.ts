import type { Point } from './drawing.ts';
import type { Box } from './text-box.ts';

/** From metres in the world (y up) to millimetres on the sheet (y down). */
export interface View {
  /** A point of the world. */
  at(xM: number, yM: number): Point;
  x(xM: number): number;
  y(yM: number): number;
  /** A length. */
  mm(lengthM: number): number;
}

/** @param origin where (0, 0) lies on the sheet */
export function createView(origin: Point, scale: number): View {
  const mm = (lengthM: number) => (lengthM * 1000) / scale;
  const x = (xM: number) => origin[0] + mm(xM);
  const y = (yM: number) => origin[1] - mm(yM);
  return { at: (xM, yM) => [x(xM), y(yM)], x, y, mm };
}

/** The view in which an area of the world, its lower left corner at (0, 0), lies in the middle of a box. */
export function centreView(box: Box, widthM: number, heightM: number, scale: number): View {
  const mm = (lengthM: number) => (lengthM * 1000) / scale;
  return createView(
    [(box.left + box.right - mm(widthM)) / 2, (box.top + box.bottom + mm(heightM)) / 2],
    scale,
  );
}

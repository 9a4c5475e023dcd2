import type { Board } from './board.ts';
import type { Point } from './drawing.ts';
import type { Box } from './text-box.ts';

const radiusMm = 5.5;

/** In the upper right corner. @param degrees clockwise from straight up */
export function drawNorthArrow(board: Board, area: Box, degrees: number): void {
  const centre: Point = [area.right - radiusMm - 6, area.top + radiusMm + 9];
  const [x, y] = centre;
  const angle = (degrees * Math.PI) / 180;
  const to = (lengthMm: number, offset: number): Point => [
    x + lengthMm * Math.sin(angle + offset),
    y - lengthMm * Math.cos(angle + offset),
  ];
  board.circle(centre, radiusMm, 'white', { weightMm: 0.25 });
  board.polygon([to(radiusMm, 0), to(radiusMm, 2.6), to(radiusMm * 0.45, Math.PI)], 'black', {
    weightMm: 0.18,
  });
  board.polygon([to(radiusMm, 0), to(radiusMm, -2.6), to(radiusMm * 0.45, Math.PI)], 'white', {
    weightMm: 0.18,
  });
  const tip = to(radiusMm + 2.2, 0);
  board.write({ text: 'N', sizeMm: 3, bold: true }, { at: [tip[0], tip[1] + 1.1] });
  board.block({
    left: x - radiusMm - 4,
    right: x + radiusMm + 4,
    top: y - radiusMm - 4,
    bottom: y + radiusMm + 4,
  });
}

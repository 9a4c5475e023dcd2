import type { Board } from './board.ts';
import type { Point } from './drawing.ts';

const lengthsM = [1, 2, 5, 10, 20, 50, 100, 200];

/** A bar of five fields, at most 100 mm long. @param at its lower left corner */
export function drawScaleBar(board: Board, [x, y]: Point, scale: number): void {
  const lengthM = lengthsM.findLast((metres) => (metres * 1000) / scale <= 100) ?? 1;
  const step = (lengthM * 1000) / scale / 5;
  for (let i = 0; i < 5; i++) {
    board.box(
      { left: x + i * step, right: x + (i + 1) * step, top: y - 1.4, bottom: y },
      i % 2 === 0 ? 'black' : 'white',
      { weightMm: 0.18 },
    );
  }
  const write = (text: string, left: number, anchor: 'middle' | 'start') =>
    board.write({ text, sizeMm: 1.8, part: 'info' }, { at: [left, y - 2.2], anchor });
  write('0', x, 'start');
  write(`${lengthM} m`, x + 5 * step, 'middle');
  if (step * 2 > 8) write(String((lengthM * 2) / 5).replace('.', ','), x + 2 * step, 'middle');
}

import type { Board } from './board.ts';
import { drawChain } from './dimension.ts';
import { level, millimetres } from './format.ts';
import type { Sheet } from './sheet.ts';
import { leavesOut } from './start-sheet.ts';
import type { View } from './view.ts';

export interface HeightMark {
  name: string;
  levelM: number;
}

/** Chains in millimetres at the left, levels at the right; marks ascend. */
export function drawHeightMarks(
  board: Board,
  view: View,
  marks: readonly HeightMark[],
  place: { leftMm: number; rightMm: number; wallLeftMm: number; wallRightMm: number },
  sheet: Sheet,
): void {
  const shown = marks.filter(({ levelM }, i) => i === 0 || levelM - marks[i - 1]!.levelM > 0.005);
  if (!leavesOut(sheet, 'dimensions') && shown.length > 1) {
    const stopsMm = shown.map(({ levelM }) => view.y(levelM)).reverse();
    const labels = shown
      .slice(1)
      .map(({ levelM }, i) => millimetres(levelM - shown[i]!.levelM))
      .reverse();
    drawChain(board, { along: 'y', lineMm: place.leftMm, stopsMm, labels, fromMm: place.wallLeftMm - 1 });
    if (shown.length > 2) {
      const whole = [stopsMm[0]!, stopsMm.at(-1)!];
      const total = millimetres(shown.at(-1)!.levelM - shown[0]!.levelM);
      drawChain(board, { along: 'y', lineMm: place.leftMm - 6, stopsMm: whole, labels: [total] });
    }
  }
  if (leavesOut(sheet, 'levels')) return;
  let lowest = Number.NEGATIVE_INFINITY;
  let above = Number.NEGATIVE_INFINITY;
  for (const { name, levelM } of [...marks].reverse()) {
    const y = view.y(levelM);
    const x = place.rightMm;
    board.line([place.wallRightMm + 1, y], [x + 1.6, y], { weightMm: 0.13, ink: 'grey' });
    // Where the mark above is too near, this one hangs below its line.
    const tip = y - above < 1.8 ? 1.6 : -1.6;
    above = y;
    board.polygon(
      [
        [x, y],
        [x - 1.1, y + tip],
        [x + 1.1, y + tip],
      ],
      'white',
      { weightMm: 0.18 },
    );
    // Texts go from the top down; one that has no room by its line stands under the one before.
    const base = Math.max(y - 0.5, lowest + 2.6);
    lowest = base;
    const text = `${name} k. ${level(levelM)}`;
    board.place(
      { text, sizeMm: 1.9 },
      [
        { at: [x + 2, base], anchor: 'start' },
        { at: [x + 2, base + 2.6], anchor: 'start' },
        { at: [x + 2, base - 2.6], anchor: 'start' },
      ],
      [x + 2, y],
    );
  }
}

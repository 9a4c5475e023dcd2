import type { Board, Spot } from './board.ts';
import type { Point } from './drawing.ts';
import { textWidthMm } from './text-box.ts';

const thin = { weightMm: 0.13 };
const textMm = 2;

export interface Chain {
  /** Runs along x (below or above what is measured) or along y. */
  along: 'x' | 'y';
  /** Where the line lies: y on the sheet of a chain along x, and the other way round. */
  lineMm: number;
  /** On the sheet, ascending. */
  stopsMm: readonly number[];
  /** One for each stretch; an empty one is not written. */
  labels: readonly string[];
  /** To where the thin lines from the stops reach; absent: only a tick. */
  fromMm?: number;
}

/** A dimension chain: a thin line with a slanting tick at each stop, and what each stretch measures. */
export function drawChain(board: Board, { along, lineMm, stopsMm, labels, fromMm }: Chain): void {
  const at = (stop: number, line: number): Point => (along === 'x' ? [stop, line] : [line, stop]);
  const [first, last] = [stopsMm[0]!, stopsMm.at(-1)!];
  board.line(at(first - 1.2, lineMm), at(last + 1.2, lineMm), thin);
  for (const stop of stopsMm) {
    const [x, y] = at(stop, lineMm);
    board.line([x - 0.8, y + 0.8], [x + 0.8, y - 0.8], { weightMm: 0.35 });
    if (fromMm === undefined) continue;
    const away = Math.sign(lineMm - fromMm);
    board.line(at(stop, fromMm + away), at(stop, lineMm + away), { ...thin, ink: 'grey' });
  }
  labels.forEach((text, i) => {
    if (text === '') return;
    board.place(
      { text, sizeMm: textMm, mask: true },
      spotsOf(along, lineMm, stopsMm[i]!, stopsMm[i + 1]!, text),
      at((stopsMm[i]! + stopsMm[i + 1]!) / 2, lineMm),
    );
  });
}

/** Along the line where it fits; else beside it, further off, or past its ends. */
function spotsOf(along: 'x' | 'y', lineMm: number, from: number, to: number, text: string): Spot[] {
  const middle = (from + to) / 2;
  const width = textWidthMm(text, textMm);
  const above = lineMm - 0.6;
  const below = lineMm + 2.2;
  const further = [above - 2.6, below + 2.6];
  const lines = width + 0.6 <= to - from ? [above, below, ...further] : [...further, above, below];
  const shifts = [0, -0.3 * width, 0.3 * width, width, -width];
  const spot = (along1: number, across: number): Spot =>
    along === 'x' ? { at: [along1, across] } : { at: [across, along1], rotation: -90 };
  return lines.flatMap((line) => shifts.map((shift) => spot(middle + shift, line)));
}

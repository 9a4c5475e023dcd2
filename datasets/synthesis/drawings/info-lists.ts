import type { Board } from './board.ts';
import { type Box, textWidthMm } from './text-box.ts';

export interface InfoList {
  heading: string;
  lines: readonly string[];
}

/** Lists in columns, top to bottom and left to right, as large as the room lets them be. */
export function writeLists(board: Board, box: Box, lists: readonly InfoList[]): void {
  const filled = lists.filter(({ lines }) => lines.length > 0);
  for (let sizeMm = 2.1; sizeMm > 0.5; sizeMm *= 0.92) {
    const columns = flow(filled, box, sizeMm);
    if (columns === undefined) continue;
    for (const { text, bold, x, y } of columns) {
      board.write({ text, sizeMm, bold, part: 'info' }, { at: [x, y], anchor: 'start' });
    }
    return;
  }
}

interface Placed {
  text: string;
  bold: boolean;
  x: number;
  y: number;
}

/** @returns undefined where there is no room at this size */
function flow(lists: readonly InfoList[], box: Box, sizeMm: number): Placed[] | undefined {
  const pitch = sizeMm * 1.55;
  const perColumn = Math.floor((box.bottom - box.top) / pitch);
  const columns: { text: string; bold: boolean }[][] = [[]];
  for (const { heading, lines } of lists) {
    const all = [{ text: heading, bold: true }, ...lines.map((text) => ({ text, bold: false }))];
    const column = columns.at(-1)!;
    const fits = column.length + all.length + 1 <= perColumn;
    if (column.length > 0 && !fits) columns.push([]);
    else if (column.length > 0) column.push({ text: '', bold: false });
    for (const line of all) {
      if (columns.at(-1)!.length >= perColumn) columns.push([]);
      columns.at(-1)!.push(line);
    }
  }
  const placed: Placed[] = [];
  let x = box.left;
  for (const column of columns) {
    const width = Math.max(...column.map(({ text, bold }) => textWidthMm(text, sizeMm, bold)));
    if (x + width > box.right) return undefined;
    column.forEach(({ text, bold }, i) => {
      if (text !== '') placed.push({ text, bold, x, y: box.top + sizeMm + i * pitch });
    });
    x += width + 5;
  }
  return placed;
}

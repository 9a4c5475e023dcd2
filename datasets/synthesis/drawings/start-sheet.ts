import { Board } from './board.ts';
import type { Drawing } from './drawing.ts';
import { type InfoList, writeLists } from './info-lists.ts';
import type { Paper } from './paper.ts';
import { drawScaleBar } from './scale-bar.ts';
import type { Omission, Sheet } from './sheet.ts';
import { grow } from './text-box.ts';
import { drawTitleBlock } from './title-block.ts';

/** A board with frame, title block, scale bar and lists: what all sheets share. */
export function startSheet(paper: Paper, sheet: Sheet, subject: string, lists: readonly InfoList[]): Board {
  const board = new Board(grow(paper.drawingArea, -1.5));
  drawTitleBlock(board, paper, sheet, subject);
  const { infoArea } = paper;
  if (!leavesOut(sheet, 'scale')) {
    drawScaleBar(board, [infoArea.left + 4, infoArea.bottom - 3], paper.scale);
  }
  writeLists(
    board,
    {
      left: infoArea.left + 4,
      top: infoArea.top + 2.5,
      right: infoArea.right - 2,
      bottom: infoArea.bottom - 9,
    },
    lists,
  );
  return board;
}

export function finishSheet(board: Board, paper: Paper, sheet: Sheet, subject: string): Drawing {
  board.settle();
  const { format, widthMm, heightMm, scale } = paper;
  return {
    title: `${sheet.drawingNo} ${sheet.subject ?? subject}`,
    format,
    widthMm,
    heightMm,
    scale,
    elements: board.elements,
  };
}

export function leavesOut(sheet: Sheet, omission: Omission): boolean {
  return sheet.leaveOut?.includes(omission) ?? false;
}
